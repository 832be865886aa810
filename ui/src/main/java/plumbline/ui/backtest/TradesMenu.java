package plumbline.ui.backtest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.report.ResultCsv;
import plumbline.ui.control.CopyText;
import plumbline.ui.control.SaveFile;
import plumbline.ui.text.Texts;

/// What the right button offers on the trades: a row or all of them to take away. The table is the
/// same as that of a report, with every digit.
///
/// Threads: FX thread.
final class TradesMenu {
    private final BacktestViewModel model;
    private final Supplier<String> row;
    private final SaveFile saving;

    /// @param row the chosen row as text, empty if none is
    TradesMenu(BacktestViewModel model, Supplier<String> row, SaveFile saving) {
        this.model = model;
        this.row = row;
        this.saving = saving;
    }

    void install(TableView<?> table) {
        MenuItem copyRow =
                CopyText.item(
                        "trades-copy-row",
                        Texts.of("trades.copyRow"),
                        () -> CopyText.copy(row.get()));
        ContextMenu menu =
                new ContextMenu(
                        copyRow,
                        CopyText.item(
                                "trades-copy-all",
                                Texts.of("trades.copyAll"),
                                () -> CopyText.copy(new String(csv(), StandardCharsets.UTF_8))),
                        CopyText.item(
                                "trades-export",
                                Texts.of("trades.export"),
                                () ->
                                        saving.save(
                                                table.getScene().getWindow(), name(), this::csv)));
        menu.setOnShowing(e -> copyRow.setDisable(row.get().isEmpty()));
        table.setContextMenu(menu);
    }

    private String name() {
        BacktestRun run = model.runProperty().get();
        return run == null ? "trades.csv" : "trades-" + run.identity().shortId() + ".csv";
    }

    private byte[] csv() {
        @Nullable BacktestRun run = model.runProperty().get();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (run != null) {
            try {
                ResultCsv.trades(run, out);
            } catch (IOException e) {
                throw new UncheckedIOException("a table in memory", e);
            }
        }
        return out.toByteArray();
    }
}

package plumbline.ui.data;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import plumbline.engine.feed.ImportPreview;
import plumbline.engine.market.Candle;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// The first rows of a file as candles, or why they are none.
///
/// Threads: FX thread.
final class PreviewCandles extends GridPane {
    private static final int MOST_DECIMALS = 8;
    private static final long MINUTE = 60_000;
    private static final List<String> HEADS =
            List.of("time", "open", "high", "low", "close", "volume");
    private static final List<ToDoubleFunction<Candle>> VALUES =
            List.of(Candle::open, Candle::high, Candle::low, Candle::close, Candle::volume);

    PreviewCandles() {
        getStyleClass().add("preview-grid");
    }

    void show(ImportPreview preview) {
        getChildren().clear();
        boolean any =
                preview.rows().stream()
                        .anyMatch(r -> r.candle().isPresent() || !r.fault().isEmpty());
        Controls.show(this, any);
        if (!any) {
            return;
        }
        add(cell(Texts.of("data.import.candles"), "preview-title"), 0, 0, HEADS.size(), 1);
        for (int i = 0; i < HEADS.size(); i++) {
            add(cell(ImportWords.role(HEADS.get(i)), "preview-role", i > 0), i, 1);
        }
        int[] decimals = decimals(preview);
        for (int row = 0; row < preview.rows().size(); row++) {
            ImportPreview.Row one = preview.rows().get(row);
            if (one.candle().isPresent()) {
                candle(one.candle().get(), decimals, row + 2);
            } else {
                add(fault(one.fault()), 0, row + 2, HEADS.size(), 1);
            }
        }
    }

    /// As many for all prices, and as many for the volumes, as it takes to show each as it is.
    private static int[] decimals(ImportPreview preview) {
        int[] decimals = new int[2];
        for (ImportPreview.Row row : preview.rows()) {
            row.candle()
                    .ifPresent(c -> {
                        double[] prices = {c.open(), c.high(), c.low(), c.close()};
                        decimals[0] = Math.max(decimals[0], digits(prices));
                        decimals[1] = Math.max(decimals[1], digits(new double[] {c.volume()}));
                    });
        }
        return decimals;
    }

    private static int digits(double[] values) {
        return Numbers.decimalsOf(values, MOST_DECIMALS);
    }

    private void candle(Candle candle, int[] decimals, int row) {
        long time = candle.openTimeMs();
        add(
                cell(time % MINUTE == 0 ? UtcTimes.minute(time) : UtcTimes.second(time), "wanted"),
                0,
                row);
        for (int i = 0; i < VALUES.size(); i++) {
            double value = VALUES.get(i).applyAsDouble(candle);
            boolean isVolume = i == VALUES.size() - 1;
            add(cell(Numbers.fixed(value, decimals[isVolume ? 1 : 0]), "wanted", true), i + 1, row);
        }
    }

    /// A fault does not make the columns wider.
    private static Label fault(String text) {
        String words = text.isEmpty() ? Texts.of("data.import.passed") : ImportWords.of(text);
        Label fault = Controls.label(words, "preview-cell", text.isEmpty() ? "muted" : "warn-text");
        fault.setPrefWidth(1);
        fault.setMaxWidth(Double.MAX_VALUE);
        Controls.tooltip(fault, words);
        return fault;
    }

    private static Label cell(String text, String styleClass) {
        return cell(text, styleClass, false);
    }

    private static Label cell(String text, String styleClass, boolean isNumber) {
        Label cell = Controls.label(text, "preview-cell", styleClass);
        if (isNumber) {
            cell.getStyleClass().add("number");
            cell.setMaxWidth(Double.MAX_VALUE);
        }
        cell.setMinWidth(USE_PREF_SIZE);
        return cell;
    }
}

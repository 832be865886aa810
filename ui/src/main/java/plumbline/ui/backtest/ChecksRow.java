package plumbline.ui.backtest;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import plumbline.engine.backtest.BacktestRun;
import plumbline.ui.backtest.RunWarnings.Kind;
import plumbline.ui.backtest.RunWarnings.Warning;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// What speaks for and against the result beside its figures: what was checked, and what was not.
/// What does not fit goes to the next line.
///
/// Threads: FX thread.
final class ChecksRow extends FlowPane {
    private static final double GAP = 6;

    ChecksRow() {
        super(GAP, GAP);
        getStyleClass().add("checks");
        setRowValignment(VPos.CENTER);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        widthProperty().subscribe(width -> setPrefWrapLength(width.doubleValue()));
    }

    void show(BacktestRun run) {
        getChildren().clear();
        for (Warning warning : RunWarnings.of(run)) {
            String styleClass = warning.kind().name().toLowerCase(Locale.ROOT);
            Label chip = Controls.label(warning.text(), "chip", styleClass);
            chip.setGraphic(Controls.icon(icon(warning.kind())));
            Controls.tooltip(chip, warning.explained());
            getChildren().add(chip);
        }
        Label open = Controls.label(Texts.of("check.notRun"), "muted");
        Controls.tooltip(open, Texts.of("check.notRun.explained"));
        getChildren().add(open);
    }

    private static Ikon icon(Kind kind) {
        return switch (kind) {
            case BAD -> MaterialDesignC.CLOSE;
            case WARN -> MaterialDesignA.ALERT_OUTLINE;
            case INFO -> MaterialDesignI.INFORMATION_OUTLINE;
            case OK -> MaterialDesignC.CHECK;
        };
    }
}

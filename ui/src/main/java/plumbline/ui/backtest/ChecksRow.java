package plumbline.ui.backtest;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// What speaks for and against the result: what was checked, and what was not.
///
/// Threads: FX thread.
final class ChecksRow extends HBox {
    private static final double MUCH_OF_PROFIT = 0.5;

    ChecksRow() {
        getStyleClass().add("checks");
        setAlignment(Pos.CENTER_LEFT);
    }

    void show(BacktestRun run) {
        getChildren().clear();
        if (run.result().ruined()) {
            add("bad", MaterialDesignC.CLOSE, Texts.of("check.ruined"), "check.ruined.explained");
        }
        gaps(run);
        int ambiguous = run.result().ambiguousCandles();
        if (ambiguous > 0) {
            add(
                    "info",
                    MaterialDesignI.INFORMATION_OUTLINE,
                    Texts.of("check.ambiguous", ambiguous),
                    "check.ambiguous.explained");
        }
        int unfilled = run.result().unfilledEntries();
        if (unfilled > 0) {
            add(
                    "warn",
                    MaterialDesignA.ALERT_OUTLINE,
                    Texts.of("check.unfilled", unfilled),
                    "check.unfilled.explained");
        }
        costs(run);
        Label open = Controls.label(Texts.of("check.notRun"), "muted");
        Controls.tooltip(open, Texts.of("check.notRun.explained"));
        getChildren().addAll(Controls.spring(), open);
    }

    private void gaps(BacktestRun run) {
        String of = Numbers.fixed(run.data().candles() + run.data().missing(), 0);
        if (run.data().missing() == 0) {
            add(
                    "ok",
                    MaterialDesignC.CHECK,
                    Texts.of("check.complete", of),
                    "check.gaps.explained");
        } else {
            add(
                    "warn",
                    MaterialDesignA.ALERT_OUTLINE,
                    Texts.of(
                            run.data().gaps() == 1 ? "check.gap" : "check.gaps",
                            Numbers.fixed(run.data().gaps(), 0),
                            Numbers.fixed(run.data().missing(), 0),
                            of),
                    "check.gaps.explained");
        }
    }

    private void costs(BacktestRun run) {
        double fees = run.metrics().fees();
        if (fees == 0) {
            return;
        }
        String amount = Numbers.fixed(fees, 2) + " " + run.data().market().quote();
        double share = run.feeShare();
        if (Double.isNaN(share)) {
            add(
                    "warn",
                    MaterialDesignA.ALERT_OUTLINE,
                    Texts.of("check.fees", amount),
                    "check.fees.explained");
            return;
        }
        add(
                share > MUCH_OF_PROFIT ? "warn" : "info",
                MaterialDesignI.INFORMATION_OUTLINE,
                Texts.of("check.feeShare", amount, Numbers.percent(share, 0)),
                "check.fees.explained");
    }

    private void add(String kind, Ikon icon, String text, String explained) {
        Label chip = Controls.label(text, "chip", kind);
        chip.setGraphic(Controls.icon(icon));
        chip.setMinWidth(USE_PREF_SIZE);
        Controls.tooltip(chip, Texts.of(explained));
        getChildren().add(chip);
    }
}

package plumbline.ui.backtest;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.Assumptions.Fill;
import plumbline.engine.backtest.Assumptions.Units;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Fractions;
import plumbline.ui.control.Controls;
import plumbline.ui.control.Unit;
import plumbline.ui.control.UnitField;
import plumbline.ui.text.Texts;

/// Edits what runs take for granted. Takes effect with Enter or the button; what is refused is said
/// below.
///
/// Threads: FX thread.
public final class AssumptionsForm extends VBox {
    private static final int COLUMNS = 9;
    private static final Unit TIMES = new Unit("×");

    private final UnitField cash = field("cash", Unit.NONE);
    private final UnitField fee = field("fee", Unit.PERCENT);
    private final UnitField slippage = field("slippage", Unit.PERCENT);
    private final ComboBox<String> fill = box("fill", Fill.codes());
    private final ComboBox<String> units = box("units", Units.codes());
    private final UnitField lot = field("lot", Unit.NONE);
    private final UnitField leverage = field("leverage", TIMES);
    private final UnitField days = field("days", Unit.NONE);
    private final Label problem = Controls.label("", "problem");
    private final BacktestViewModel model;
    private final Runnable done;

    /// @param done called when the values have been taken
    public AssumptionsForm(BacktestViewModel model, Runnable done) {
        this.model = model;
        this.done = done;
        getStyleClass().addAll("card", "assumptions");
        setId("assumptions-form");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form");
        List<Node> fields = List.of(cash, fee, slippage, fill, units, lot, leverage, days);
        List<String> names =
                List.of("cash", "fee", "slippage", "fill", "units", "lot", "leverage", "days");
        for (int i = 0; i < names.size(); i++) {
            Label label = Controls.label(Texts.of("assume.field." + names.get(i)), "muted");
            label.setLabelFor(fields.get(i) instanceof UnitField f ? f.field() : fields.get(i));
            grid.addRow(i, label, fields.get(i));
        }
        Button apply = new Button(Texts.of("assume.apply"));
        apply.setDefaultButton(true);
        apply.getStyleClass().add("accent");
        apply.setOnAction(e -> apply());
        problem.setWrapText(true);
        Controls.show(problem, false);
        HBox buttons = new HBox(Controls.spring(), apply);
        getChildren()
                .setAll(
                        Controls.label(Texts.of("assume.title"), "card-title"),
                        grid,
                        problem,
                        buttons);
        units.valueProperty().addListener((property, before, value) -> lotOnlyForLots());
        show(model.assumptionsProperty().get());
    }

    private static UnitField field(String name, Unit unit) {
        UnitField shown = new UnitField(unit, COLUMNS);
        shown.field().setId("assume-" + name);
        return shown;
    }

    private static ComboBox<String> box(String name, List<String> values) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(values));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setId("assume-" + name);
        return box;
    }

    private void show(Assumptions a) {
        cash.show(Fractions.plain(a.cash()));
        fee.show(Fractions.percent(a.fee()));
        slippage.show(Fractions.percent(a.slippage()));
        fill.setValue(a.fill().code());
        units.setValue(a.units().code());
        lot.show(Fractions.plain(a.lot()));
        leverage.show(Fractions.plain(a.leverage()));
        days.show(
                a.periodsPerYear() == Assumptions.BY_MARKET
                        ? Texts.of("assume.days.byMarket")
                        : Integer.toString(a.periodsPerYear()));
        lotOnlyForLots();
    }

    private void lotOnlyForLots() {
        lot.setDisable(!Units.LOT.code().equals(units.getValue()));
    }

    private void apply() {
        try {
            Assumptions read =
                    new Assumptions(
                            number(cash, "assume.field.cash"),
                            fraction(fee, "assume.field.fee"),
                            fraction(slippage, "assume.field.slippage"),
                            Fill.values()[Fill.codes().indexOf(fill.getValue())],
                            Units.values()[Units.codes().indexOf(units.getValue())],
                            number(lot, "assume.field.lot"),
                            number(leverage, "assume.field.leverage"),
                            daysAYear());
            model.assume(read);
            done.run();
        } catch (IllegalArgumentException e) {
            problem.setText(ErrorText.of(e));
            Controls.show(problem, true);
        }
    }

    private int daysAYear() {
        String text = days.value().strip();
        return text.isEmpty() || text.equalsIgnoreCase(Texts.of("assume.days.byMarket"))
                ? Assumptions.BY_MARKET
                : (int) number(days, "assume.field.days");
    }

    private static double number(UnitField field, String key) {
        String text = field.value();
        try {
            return Double.parseDouble(text.replace(",", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    Texts.of("assume.notANumber", Texts.of(key), text), e);
        }
    }

    private static double fraction(UnitField field, String key) {
        String text = field.value();
        try {
            return Fractions.parse(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    Texts.of("assume.notAFraction", Texts.of(key), text), e);
        }
    }
}

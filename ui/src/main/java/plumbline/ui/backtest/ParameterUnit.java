package plumbline.ui.backtest;

import plumbline.engine.strategy.Parameter;
import plumbline.ui.control.Unit;

/// What the number of a parameter counts: percent by its type, candles and average true ranges by
/// its description, which is where a strategy says it.
final class ParameterUnit {
    private ParameterUnit() {}

    static Unit of(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Percent p -> Unit.PERCENT;
            case Parameter.Whole w when w.description().startsWith("candles ") -> Unit.CANDLES;
            case Parameter.Decimal d when d.description().contains("average true ranges") ->
                    Unit.RANGES;
            default -> Unit.NONE;
        };
    }

    /// What stands in the field. Candles are not written out there: the row has better use for the
    /// room, and they are in the tooltip.
    static Unit inField(Parameter parameter) {
        Unit unit = of(parameter);
        return unit.equals(Unit.CANDLES) ? Unit.NONE : unit;
    }

    /// A value as people read it: `0.5 %`, `2 × ATR`, `24`. Candles are not written out: the
    /// parameter's name is beside it.
    static String readable(Parameter parameter, String value) {
        Unit unit = of(parameter);
        return unit.equals(Unit.NONE) || unit.equals(Unit.CANDLES)
                ? value
                : unit.bare(value) + '\u00A0' + unit.text();
    }
}

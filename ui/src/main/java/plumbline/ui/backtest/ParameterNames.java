package plumbline.ui.backtest;

import java.util.Set;
import plumbline.engine.strategy.Parameter;
import plumbline.ui.control.Unit;
import plumbline.ui.text.Texts;

/// What a trader calls a parameter, and all that there is to know of it.
final class ParameterNames {
    private static final String KEY = "strip.parameter.";

    /// Names that have a word.
    private static final Set<String> WORDS =
            Set.of(
                    "fast", "slow", "side", "stop", "take", "period", "low", "high", "exit",
                    "entry", "atr");

    private ParameterNames() {}

    /// `Stop`; a name that the window has no word for is shown as it is.
    static String title(Parameter parameter) {
        String name = parameter.name();
        return WORDS.contains(name) ? Texts.of(KEY + name) : name;
    }

    /// What it is, its unit, its range, what it is at first.
    static String whole(Parameter parameter) {
        Unit unit = ParameterUnit.of(parameter);
        String counted = unit.equals(Unit.NONE) ? "" : " · " + unit.text();
        return Texts.of(
                "strip.parameter",
                title(parameter),
                parameter.description(),
                parameter.range() + counted,
                ParameterUnit.readable(parameter, parameter.text(parameter.defaultValue())));
    }
}

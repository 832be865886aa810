package plumbline.engine.strategy.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.engine.strategy.Brackets;
import plumbline.engine.strategy.Distance;
import plumbline.engine.strategy.Parameter;
import plumbline.engine.strategy.ParameterValues;

/// Parameters that several strategies have, so that they mean the same everywhere.
final class CommonParameters {
    /// Longest look-back that is offered.
    static final int LONGEST = 5000;

    private CommonParameters() {}

    static Parameter period(String name, String description, int defaultValue) {
        return new Parameter.Whole(name, description, defaultValue, 1, LONGEST);
    }

    static Parameter side() {
        return new Parameter.Choice(
                "side",
                "positions it may open: long only, short only, or both, turning from one to the other",
                "long",
                List.of("long", "short", "both"));
    }

    static Parameter stop() {
        return new Parameter.Percent(
                "stop", "stop-loss, in percent of the entry price; 0 for none", 0.0, 0, 1);
    }

    static Parameter take() {
        return new Parameter.Percent(
                "take", "take-profit, in percent of the entry price; 0 for none", 0.0, 0, 100);
    }

    static Brackets brackets(ParameterValues values) {
        return new Brackets(
                Distance.ofFraction(values.decimal("stop")),
                Distance.ofFraction(values.decimal("take")));
    }

    /// What is wrong if `lower` is not below `upper`.
    static @Nullable String ordered(ParameterValues values, String lower, String upper) {
        int low = values.whole(lower);
        int high = values.whole(upper);
        return low < high
                ? null
                : lower + " must be below " + upper + ", was " + low + " and " + high;
    }
}

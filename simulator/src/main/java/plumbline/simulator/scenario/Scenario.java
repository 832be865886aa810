package plumbline.simulator.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import plumbline.engine.text.Suggestions;
import plumbline.simulator.fault.FaultJson;
import plumbline.simulator.fault.FaultRule;

/// A built-in script of faults, limits and clocks, which begins when it is chosen. With the same
/// seed and the same requests it goes the same way.
public enum Scenario {
    /// Nothing goes wrong.
    CALM("nothing goes wrong", "[]", 1, 0, 0),

    /// Everything at once, but never so much that nothing comes through.
    STORM(
            "refusals (429, 418), resets before and after the answer, bodies that end early or are"
                    + " no gzip, late answers, rows that are missing, doubled or unsorted, and a"
                    + " clock that is behind and loses time",
            ScenarioRules.STORM,
            1,
            -700,
            -50),

    /// A twentieth of the usual limits.
    LIMITS(
            "a twentieth of the usual limits: who goes on after 429 is banned (418)",
            "[]",
            0.05,
            0,
            0),

    /// Down for a while.
    OUTAGE(
            "answers get slow for ten seconds, then there is nothing but 503 for twenty, then all is"
                    + " well again",
            ScenarioRules.OUTAGE,
            1,
            0,
            0),

    /// The exchange's own clock is wrong.
    SKEW(
            "the exchange's clock is 2.5 seconds behind and loses a second in three hours",
            "[]",
            1,
            -2_500,
            -100);

    private static final Pattern SECONDS = Pattern.compile("\"\\+(\\d+)s\"");

    private final String what;
    private final String rules;
    private final double limits;
    private final long skewMs;
    private final double driftPpm;

    Scenario(String what, String rules, double limits, long skewMs, double driftPpm) {
        this.what = what;
        this.rules = rules;
        this.limits = limits;
        this.skewMs = skewMs;
        this.driftPpm = driftPpm;
    }

    /// The one of a name.
    ///
    /// @throws IllegalArgumentException if there is none; the message names those that there are
    public static Scenario of(String name) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.code().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                Suggestions.unknown(
                                        "scenario",
                                        name,
                                        Arrays.stream(values()).map(Scenario::code).toList())));
    }

    /// Its name.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What happens in it, in a line.
    public String what() {
        return what;
    }

    /// What goes wrong.
    ///
    /// @param startMs when it begins, epoch milliseconds of the exchange
    public List<FaultRule> rules(long startMs) {
        return FaultJson.read(
                SECONDS.matcher(rules)
                        .replaceAll(found ->
                                Long.toString(startMs + 1000 * Long.parseLong(found.group(1)))));
    }

    /// Which part of the usual limits of requests there is, above 0 to 1.
    public double limits() {
        return limits;
    }

    /// How much the exchange's own clock is ahead, milliseconds.
    public long skewMs() {
        return skewMs;
    }

    /// How much too fast it runs, in millionths.
    public double driftPpm() {
        return driftPpm;
    }
}

package plumbline.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.Assumptions.Fill;
import plumbline.engine.backtest.Assumptions.Units;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Fractions;
import plumbline.engine.text.Suggestions;

/// The options that say what a run takes for granted.
final class AssumptionOptions {
    @Option(
            names = "--cash",
            paramLabel = "AMOUNT",
            description = "Starting cash (default: backtest.cash, 10000).")
    @Nullable String cash;

    @Option(
            names = "--fee",
            paramLabel = "FRACTION",
            description =
                    "Of each fill's value: 0.1%%, 10bp or 0.001 (default: backtest.fee, 0.1%%).")
    @Nullable String fee;

    @Option(
            names = "--slippage",
            paramLabel = "FRACTION",
            description =
                    "By which each market fill is worse than its price (default:"
                            + " backtest.slippage, 0).")
    @Nullable String slippage;

    @Option(
            names = "--impact",
            paramLabel = "MODEL",
            description = "Market impact: none (default: none).")
    String impact = "none";

    @Option(
            names = "--fill",
            paramLabel = "WHEN",
            description = "Decisions are filled at next-open or close (default: next-open).")
    String fill = Assumptions.TYPICAL.fill().code();

    @Option(
            names = "--units",
            paramLabel = "UNITS",
            description =
                    "Quantities are fractional, whole or in lots: fractional, whole, lot"
                            + " (default: fractional).")
    String units = Assumptions.TYPICAL.units().code();

    @Option(
            names = "--lot",
            paramLabel = "SIZE",
            description = "Size of a lot, for --units lot (default: 0.00001).")
    String lot = Fractions.plain(Assumptions.TYPICAL.lot());

    @Option(
            names = "--leverage",
            paramLabel = "N",
            description = "From 1 (default: backtest.leverage, 1).")
    @Nullable String leverage;

    @Option(
            names = "--periods-per-year",
            paramLabel = "DAYS",
            description =
                    "By which ratios are annualised (default: 365, or 252 where the market rests at"
                            + " weekends).")
    String periodsPerYear = "";

    /// What the options say, and for the rest what is configured.
    ///
    /// @throws CommandFailure naming the option that is wrong
    Assumptions read(Assumptions usual) {
        code("--impact", impact, List.of("none"), model -> model);
        try {
            return new Assumptions(
                    cash == null ? usual.cash() : number("--cash", cash),
                    fee == null ? usual.fee() : fraction("--fee", fee),
                    slippage == null ? usual.slippage() : fraction("--slippage", slippage),
                    code("--fill", fill, Arrays.asList(Fill.values()), Fill::code),
                    code("--units", units, Arrays.asList(Units.values()), Units::code),
                    number("--lot", lot),
                    leverage == null ? usual.leverage() : number("--leverage", leverage),
                    daysAYear());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(ErrorText.of(e));
        }
    }

    private int daysAYear() {
        if (periodsPerYear.isBlank()) {
            return Assumptions.BY_MARKET;
        }
        int days = whole("--periods-per-year", periodsPerYear);
        if (days == Assumptions.BY_MARKET) {
            throw CommandFailure.usage("periods per year must be from 1 to 366, was 0");
        }
        return days;
    }

    private static double number(String option, String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (!Double.isInfinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw CommandFailure.usage(option + " must be a number, was '" + text + "'");
        }
        throw CommandFailure.usage(option + " must not be so large, was '" + text + "'");
    }

    private static int whole(String option, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw CommandFailure.usage(option + " must be a whole number, was '" + text + "'");
        }
    }

    private static double fraction(String option, String text) {
        try {
            return Fractions.parse(text);
        } catch (NumberFormatException e) { // too large or too small a number as well
            throw CommandFailure.usage(
                    option + " must be a fraction like 0.1%, 10bp or 0.001, was '" + text + "'");
        }
    }

    private static <T> T code(
            String option, String text, List<T> values, Function<T, String> code) {
        return values.stream()
                .filter(v -> code.apply(v).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        CommandFailure.usage(
                                option
                                        + " must be "
                                        + String.join(" or ", values.stream().map(code).toList())
                                        + ", was '"
                                        + text
                                        + "'"
                                        + suggestion(text, values.stream().map(code).toList())));
    }

    private static String suggestion(String text, List<String> known) {
        List<String> near = Suggestions.to(text, known);
        return near.isEmpty() ? "" : "; did you mean " + near.getFirst() + "?";
    }
}

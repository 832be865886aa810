package plumbline.ui.backtest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.RunRepository.StoredRun;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.report.ResultReader;
import plumbline.engine.strategy.Parameter;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.StrategyLibrary;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// What it takes to name a kept run and to make it again, without its candles.
///
/// @param range from the first candle to the end of the last one
/// @param warmup how many candles before it fed its indicators
/// @param values of the parameters as text, as fields take them
record FormerRun(
        String id,
        StrategyDefinition strategy,
        SeriesKey series,
        TimeRange range,
        int warmup,
        Map<String, String> values,
        Assumptions assumptions,
        double totalReturn) {

    static FormerRun of(BacktestRun run, StrategyDefinition definition) {
        Map<String, String> values =
                definition.parameters().stream()
                        .collect(
                                Collectors.toMap(
                                        Parameter::name,
                                        p -> p.text(value(run, p)),
                                        (a, b) -> a,
                                        LinkedHashMap::new));
        return new FormerRun(
                run.identity().id(),
                definition,
                new SeriesKey(run.data().market(), run.data().timeframe()),
                new TimeRange(run.data().fromMs(), run.data().endMs()),
                run.warmup().given(),
                values,
                run.assumptions(),
                run.metrics().totalReturn());
    }

    /// A run out of the store; empty if its strategy is not in the library any more or it is not
    /// understood, which is no reason to lose the others.
    static Optional<FormerRun> of(StoredRun stored, StrategyLibrary library) {
        try {
            ResultReader read = ResultReader.parse(stored.result());
            StrategyDefinition definition = library.find(read.strategy());
            Map<String, String> values = new LinkedHashMap<>();
            for (Parameter parameter : definition.parameters()) {
                String text = read.parameters().get(parameter.name());
                Object value = text == null ? parameter.defaultValue() : parameter.parse(text);
                values.put(parameter.name(), parameter.text(value));
            }
            return Optional.of(
                    new FormerRun(
                            stored.id(),
                            definition,
                            read.series(),
                            read.range(),
                            read.warmup(),
                            values,
                            read.assumptions(),
                            ResultReader.totalReturn(stored.result())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Object value(BacktestRun run, Parameter parameter) {
        Object value = run.strategy().parameters().get(parameter.name());
        return value == null ? parameter.defaultValue() : value;
    }

    MarketId market() {
        return series.market();
    }

    /// `EMA cross · 1h`.
    String title() {
        return strategy.title() + " · " + series.timeframe();
    }

    /// `fast 24 · slow 50`: periods always, the rest where it differs from the default.
    String parameters() {
        return strategy.parameters().stream()
                .filter(p -> p instanceof Parameter.Whole || isChanged(p))
                .map(this::named)
                .collect(Collectors.joining(" · "));
    }

    /// `2013-11-18 – 2013-11-25 · costs 0.1 % + 0.02 %`.
    String conditions() {
        return Texts.of(
                "runs.conditions",
                UtcTimes.date(range.fromMs()),
                UtcTimes.date(range.toMs()),
                AssumptionTexts.percent(assumptions.fee()),
                AssumptionTexts.percent(assumptions.slippage()));
    }

    /// Everything, for a tooltip.
    String whole() {
        String all =
                strategy.parameters().stream().map(this::named).collect(Collectors.joining(", "));
        return String.join("\n", title(), all, conditions(), AssumptionTexts.line(assumptions), id);
    }

    private String named(Parameter parameter) {
        String value = values.getOrDefault(parameter.name(), "");
        return parameter.name() + " " + ParameterUnit.readable(parameter, value);
    }

    private boolean isChanged(Parameter parameter) {
        return !parameter
                .text(parameter.defaultValue())
                .equals(values.getOrDefault(parameter.name(), ""));
    }
}

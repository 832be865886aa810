package plumbline.ui.backtest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.market.MarketId;
import plumbline.engine.strategy.Parameter;
import plumbline.engine.strategy.StrategyDefinition;

/// What it takes to name a run of this session and to make it again, without its candles.
///
/// @param values of the parameters as text
record FormerRun(
        String id,
        StrategyDefinition strategy,
        MarketId market,
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
                run.data().market(),
                values,
                run.assumptions(),
                run.metrics().totalReturn());
    }

    private static Object value(BacktestRun run, Parameter parameter) {
        Object value = run.strategy().parameters().get(parameter.name());
        return value == null ? parameter.defaultValue() : value;
    }

    /// `EMA cross 24 / 50`: the title and what differs from the defaults, periods always.
    String title() {
        String shown =
                strategy.parameters().stream()
                        .filter(p -> p instanceof Parameter.Whole || isChanged(p))
                        .map(p -> ParameterUnit.readable(p, values.getOrDefault(p.name(), "")))
                        .collect(Collectors.joining(" / "));
        return shown.isEmpty() ? strategy.title() : strategy.title() + "  " + shown;
    }

    private boolean isChanged(Parameter parameter) {
        return !parameter
                .text(parameter.defaultValue())
                .equals(values.getOrDefault(parameter.name(), ""));
    }
}

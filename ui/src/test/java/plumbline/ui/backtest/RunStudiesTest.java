package plumbline.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.BacktestRunner;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.library.BuiltInStrategies;
import plumbline.ui.chart.LineStudy;

class RunStudiesTest {
    private static final LoadedSeries DATA = Waves.wave("file:A/USD");

    private static BacktestRun run(String strategy, Map<String, String> values) {
        StrategyDefinition definition = BuiltInStrategies.library().find(strategy);
        return new BacktestRunner("test", InstantSource.fixed(Instant.EPOCH))
                .run(
                        definition,
                        definition.values(values),
                        DATA,
                        Assumptions.TYPICAL,
                        plumbline.engine.backtest.JobControl.NONE);
    }

    private static List<String> names(List<LineStudy> lines) {
        return lines.stream().map(LineStudy::name).toList();
    }

    @Test
    void theAveragesAreThoseOfTheRun() {
        List<LineStudy> lines = RunStudies.of(run("sma-cross", Map.of("fast", "7")));

        assertThat(names(lines)).containsExactly("SMA 7", "SMA 30");
        double sum = 0;
        for (int i = 94; i <= 100; i++) {
            sum += DATA.candles().close()[i];
        }
        assertThat(lines.getFirst().values()[100])
                .isCloseTo(sum / 7, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void theChannelIsTheOneThatACloseHasToBreak() {
        BacktestRun run = run("donchian-breakout", Map.of("side", "long"));
        List<LineStudy> lines = RunStudies.of(run);

        assertThat(names(lines)).containsExactly("High 20", "Low 10");
        Trade first = run.result().trades().getFirst();
        int decided = first.entryIndex() - 1;
        assertThat(run.candles().close()[decided])
                .isGreaterThan(lines.getFirst().values()[decided]);
    }

    @Test
    void theStopOfEachTradeStandsWhereItWas() {
        BacktestRun run = run("ema-cross", Map.of("stop", "4%", "side", "long"));
        LineStudy stop = RunStudies.of(run).getLast();

        assertThat(stop.name()).isEqualTo("Stop");
        Trade first = run.result().trades().getFirst();
        assertThat(stop.values()[first.entryIndex()])
                .isCloseTo(0.96 * first.entryPrice(), org.assertj.core.data.Offset.offset(1e-9));
        assertThat(stop.values()[first.entryIndex() - 1]).isNaN();
    }

    @Test
    void whatHasNoRuleInPricesHasNoAverages() {
        assertThat(RunStudies.of(run("buy-and-hold", Map.of()))).isEmpty();
        assertThat(names(RunStudies.of(run("rsi-reversion", Map.of())))).containsExactly("Stop");
    }
}

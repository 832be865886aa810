package plumbline.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.BacktestRunner;
import plumbline.engine.backtest.JobControl;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.ParameterValues;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.Study.Level;
import plumbline.engine.strategy.library.BuiltInStrategies;
import plumbline.ui.chart.ChartStudy;

class RunStudiesTest {
    private static final LoadedSeries DATA = Waves.wave("file:A/USD");

    private record Made(BacktestRun run, List<ChartStudy> studies) {
        List<String> names() {
            return studies.stream().map(study -> study.line().name()).toList();
        }

        double[] values(int i) {
            return studies.get(i).line().values();
        }
    }

    private static Made made(String strategy, Map<String, String> given) {
        StrategyDefinition definition = BuiltInStrategies.library().find(strategy);
        ParameterValues values = definition.values(given);
        BacktestRun run =
                new BacktestRunner("test", InstantSource.fixed(Instant.EPOCH))
                        .run(definition, values, DATA, Assumptions.TYPICAL, JobControl.NONE);
        return new Made(run, RunStudies.of(run, definition.make(values), DATA.candles()));
    }

    @Test
    void theAveragesAreThoseOfTheRun() {
        Made made = made("sma-cross", Map.of("fast", "7"));

        assertThat(made.names()).containsExactly("SMA 7", "SMA 30");
        double sum = 0;
        for (int i = 94; i <= 100; i++) {
            sum += DATA.candles().close()[i];
        }
        assertThat(made.values(0)[100]).isCloseTo(sum / 7, within(1e-9));
    }

    @Test
    void theChannelIsTheOneThatACloseHasToBreak() {
        Made made = made("donchian-breakout", Map.of("side", "long"));

        assertThat(made.names()).containsExactly("High 20", "Low 10");
        Trade first = made.run().result().trades().getFirst();
        int decided = first.entryIndex() - 1;
        assertThat(made.run().candles().close()[decided]).isGreaterThan(made.values(0)[decided]);
    }

    @Test
    void theStopOfEachTradeStandsWhereItWas() {
        Made made = made("ema-cross", Map.of("stop", "4%", "side", "long"));

        assertThat(made.names().getLast()).isEqualTo("Stop");
        double[] stop = made.studies().getLast().line().values();
        Trade first = made.run().result().trades().getFirst();
        assertThat(stop[first.entryIndex()]).isCloseTo(0.96 * first.entryPrice(), within(1e-9));
        assertThat(stop[first.entryIndex() - 1]).isNaN();
    }

    @Test
    void anOscillatorIsInThePaneWithTheLevelsItIsComparedWith() {
        Made made = made("rsi-reversion", Map.of("side", "both", "high", "75"));

        assertThat(made.names()).containsExactly("RSI 14", "Stop");
        ChartStudy rsi = made.studies().getFirst();
        assertThat(rsi.isInPane()).isTrue();
        assertThat(rsi.levels())
                .containsExactly(
                        new Level("long entry", 30),
                        new Level("short entry", 75),
                        new Level("exit", 50));
        Trade first = made.run().result().trades().getFirst();
        double decidedAt = rsi.line().values()[first.entryIndex() - 1];
        assertThat(decidedAt).matches(value -> value < 30 || value > 75);
    }

    @Test
    void whatGoesByNothingHasNoLines() {
        assertThat(made("buy-and-hold", Map.of()).studies()).isEmpty();
    }
}

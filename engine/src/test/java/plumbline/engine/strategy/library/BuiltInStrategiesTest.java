package plumbline.engine.strategy.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.strategy.Decisions;
import plumbline.engine.strategy.PositionSide;
import plumbline.engine.strategy.Signal;
import plumbline.engine.strategy.Signal.Target;
import plumbline.engine.strategy.Strategy;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.StrategyLibrary;

class BuiltInStrategiesTest {
    private static final StrategyLibrary LIBRARY = BuiltInStrategies.library();

    static Stream<StrategyDefinition> definitions() {
        return LIBRARY.all().stream();
    }

    private static Strategy strategy(String name, Map<String, String> given) {
        StrategyDefinition definition = LIBRARY.find(name);
        return definition.make(definition.values(given));
    }

    /// Candles whose open, high and low are the close.
    private static CandleSeries closes(double... closes) {
        CandleSeries.Builder builder = CandleSeries.builder(closes.length);
        for (int i = 0; i < closes.length; i++) {
            builder.add(i * 60_000L, closes[i], closes[i], closes[i], closes[i], 1);
        }
        return builder.build();
    }

    private static CandleSeries walk(int n) {
        Random random = new Random(3);
        CandleSeries.Builder builder = CandleSeries.builder(n);
        double price = 100;
        for (int i = 0; i < n; i++) {
            double open = price;
            price = Math.max(5, Math.rint((price + random.nextGaussian() * 2) * 10) / 10);
            double high = Math.max(open, price) + random.nextInt(10) / 10.0;
            double low = Math.min(open, price) - random.nextInt(10) / 10.0;
            builder.add(i * 60_000L, open, high, low, price, random.nextInt(100));
        }
        return builder.build();
    }

    /// What is wanted at each candle if every wish is fulfilled at once, as `+`, `-`, `0` and `.`.
    private static String wishes(Decisions decisions, int n) {
        StringBuilder text = new StringBuilder();
        PositionSide held = PositionSide.FLAT;
        for (int i = 0; i < n; i++) {
            if (decisions.at(i, held) instanceof Target target) {
                held = PositionSide.of(target.weight());
                text.append(
                        switch (held) {
                            case LONG -> '+';
                            case SHORT -> '-';
                            case FLAT -> '0';
                        });
            } else {
                text.append('.');
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void decidesTheSameWhenTheFutureIsCutOff(StrategyDefinition definition) {
        Strategy strategy = definition.make(definition.values(both(definition)));
        CandleSeries all = walk(700);
        Decisions full = strategy.over(all);

        for (int n = 1; n <= 700; n += 23) {
            Decisions cut = strategy.over(all.slice(0, n));
            for (PositionSide exposure : PositionSide.values()) {
                assertThat(cut.at(n - 1, exposure)).isEqualTo(full.at(n - 1, exposure));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void saysNothingBeforeTheCandleThatNextNames(StrategyDefinition definition) {
        Decisions decisions = definition.make(definition.values(both(definition))).over(walk(700));

        for (PositionSide exposure : PositionSide.values()) {
            int spoken = 0;
            for (int from = 0; from < 700; from++) {
                int next = decisions.next(from, exposure);
                assertThat(next).isGreaterThanOrEqualTo(from);
                if (next > from) {
                    assertThat(decisions.at(from, exposure)).isEqualTo(Signal.HOLD);
                } else {
                    spoken++;
                }
            }
            boolean neverLeaves = definition.name().equals("buy-and-hold");
            assertThat(spoken).isGreaterThan(neverLeaves ? -1 : 3);
        }
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void opensNothingOnASideThatIsNotAllowed(StrategyDefinition definition) {
        if (definition.parameters().stream().noneMatch(p -> p.name().equals("side"))) {
            return;
        }
        String longs = wishes(made(definition, "long"), 700);
        String shorts = wishes(made(definition, "short"), 700);
        String both = wishes(made(definition, "both"), 700);

        assertThat(longs).contains("+").contains("0").doesNotContain("-");
        assertThat(shorts).contains("-").contains("0").doesNotContain("+");
        assertThat(both).contains("+").contains("-");
    }

    private static Decisions made(StrategyDefinition definition, String side) {
        return definition.make(definition.values(Map.of("side", side))).over(walk(700));
    }

    private static Map<String, String> both(StrategyDefinition definition) {
        return definition.parameters().stream().anyMatch(p -> p.name().equals("side"))
                ? Map.of("side", "both")
                : Map.of();
    }

    /// Averages of 1 and 2: the fast one is the close, the slow one the mean with the close before.
    /// At 1 the fast is above (no cross yet: nothing came before), at 3 it falls below, at 5 it
    /// rises above.
    @Test
    void smaCrossSpeaksAtCrossesOnly() {
        Strategy both = strategy("sma-cross", Map.of("fast", "1", "slow", "2", "side", "both"));

        assertThat(wishes(both.over(closes(10, 11, 12, 11, 10, 12, 13)), 7)).isEqualTo("...-.+.");
    }

    /// At 2 the averages touch (11 and 11) and part again on the same side: no cross. At 4 they
    /// touch again and come out below at 5: a cross at 5.
    @Test
    void smaCrossTakesATouchForNoCross() {
        Strategy both = strategy("sma-cross", Map.of("fast", "1", "slow", "2", "side", "both"));

        assertThat(wishes(both.over(closes(10, 11, 11, 12, 12, 11)), 6)).isEqualTo(".....-");
    }

    @Test
    void donchianBreaksOutOfTheCandlesBeforeNotOfItself() {
        Strategy breakout = strategy("donchian-breakout", Map.of("entry", "3", "exit", "2"));

        // highest of 10, 11, 12 is 12: 12 does not break it, 13 does; lowest of 12, 13 is 12: 11
        // breaks
        assertThat(wishes(breakout.over(closes(10, 11, 12, 12, 13, 12, 11)), 7))
                .isEqualTo("....+.0");
    }

    @Test
    void rsiReversionCarriesAStopOfTrueRanges() {
        Strategy reversion =
                strategy(
                        "rsi-reversion",
                        Map.of("period", "2", "atr", "2", "stop", "3", "low", "30", "exit", "60"));
        // changes -1, +3, -4: RSI(2) at 2: gains 1.5, losses 0.5 = 75; at 3: gain 0.75, loss 2.25 =
        // 25
        Decisions decisions = reversion.over(closes(10, 9, 12, 8));

        Target target = (Target) decisions.at(3, PositionSide.FLAT);

        // true ranges 1, 3, 4: ATR(2) at 2 is 2, at 3 (2 + 4) / 2 = 3; three of them are 9
        assertThat(target.brackets().stop().fromEntry(100)).isEqualTo(9);
        assertThat(target.brackets().take().fromEntry(100)).isNaN();
        assertThat(target.reason()).isEqualTo("RSI 2 below 30");
    }

    @Test
    void buyAndHoldBuysOnce() {
        assertThat(wishes(strategy("buy-and-hold", Map.of()).over(closes(1, 2, 3)), 3))
                .isEqualTo("+..");
    }

    @Test
    void namesTheNearestOfAnUnknownStrategyAndParameter() {
        assertThatThrownBy(() -> LIBRARY.find("sma-cros"))
                .hasMessage("no strategy 'sma-cros'; did you mean sma-cross or ema-cross?");
        assertThatThrownBy(() -> strategy("sma-cross", Map.of("fasst", "3", "slow", "x")))
                .hasMessageContaining("no parameter 'fasst'; did you mean fast?")
                .hasMessageContaining("slow must be a whole number from 1 to 5000, was 'x'");
        assertThatThrownBy(() -> strategy("sma-cross", Map.of("fast", "30", "slow", "10")))
                .hasMessage("fast must be below slow, was 30 and 10");
    }

    @Test
    void readsPercentagesExactly() {
        StrategyDefinition cross = LIBRARY.find("sma-cross");

        assertThat(cross.values(Map.of("stop", "0.07%")).decimal("stop")).isEqualTo(0.0007);
        assertThat(cross.values(Map.of("stop", "5 %")).decimal("stop")).isEqualTo(0.05);
        assertThat(cross.values(Map.of("stop", "12bp")).decimal("stop")).isEqualTo(0.0012);
        assertThat(cross.parameters().getLast().text(0.05)).isEqualTo("5%");
    }

    @Test
    void hasAHashForEachStrategyThatIsItsOwn() {
        List<String> hashes = definitions().map(StrategyDefinition::hash).toList();

        assertThat(hashes).doesNotHaveDuplicates().allMatch(h -> h.matches("sha256:[0-9a-f]{64}"));
    }
}

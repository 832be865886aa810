package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.engine.contract.InMemoryCandles;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;
import plumbline.engine.market.TradeTick;
import plumbline.resources.AppResources;

/// The bundled candles against sums that this test makes by itself from the bundled file's text.
class SampleTradesTest {
    private static final List<String[]> LINES = new ArrayList<>();
    private static List<TradeTick> trades = List.of();

    @BeforeAll
    static void readTheFile() throws IOException {
        try (InputStream in = AppResources.open(AppResources.SAMPLE_TRADES)) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            text.lines().skip(1).forEach(line -> LINES.add(line.split(",")));
        }
        try (InputStream in = AppResources.open(AppResources.SAMPLE_TRADES)) {
            trades = SampleTrades.read(in);
        }
    }

    @Test
    void areAHundredThousandInOrderOfTime() {
        assertThat(trades).hasSize(100_000).hasSameSizeAs(LINES);
        assertThat(Instant.ofEpochMilli(trades.getFirst().timeMs()))
                .isAfterOrEqualTo(Instant.parse("2013-11-25T00:00:00Z"));
        assertThat(Instant.ofEpochMilli(trades.getLast().timeMs()))
                .isBefore(Instant.parse("2013-12-02T00:00:00Z"));
        assertThat(trades.stream().map(TradeTick::timeMs).toList()).isSorted();
    }

    /// One period of trades, summed with decimals.
    private static final class Sum {
        private BigDecimal open = BigDecimal.ZERO;
        private BigDecimal high = BigDecimal.ZERO;
        private BigDecimal low = BigDecimal.valueOf(Long.MAX_VALUE);
        private BigDecimal close = BigDecimal.ZERO;
        private BigDecimal volume = BigDecimal.ZERO;

        void add(BigDecimal price, BigDecimal amount) {
            open = open.signum() == 0 ? price : open;
            high = high.max(price);
            low = low.min(price);
            close = price;
            volume = volume.add(amount);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Timeframe.class,
            names = {"M1", "M5", "M15", "H1"})
    void candlesAreTheTradesSummed(Timeframe timeframe) {
        TreeMap<Long, Sum> sums = new TreeMap<>();
        for (String[] line : LINES) {
            long open = Math.floorDiv(Long.parseLong(line[0]) * 1000, timeframe.millis());
            sums.computeIfAbsent(open * timeframe.millis(), _ -> new Sum())
                    .add(new BigDecimal(line[1]), new BigDecimal(line[2]));
        }
        sums.pollLastEntry(); // the trades end in its middle

        CandleSeries candles = SampleTrades.candles(trades, timeframe);

        assertThat(candles.size()).isEqualTo(sums.size());
        int i = 0;
        for (var entry : sums.entrySet()) {
            Sum sum = entry.getValue();
            assertThat(candles.openTime()[i]).isEqualTo(entry.getKey());
            assertThat(candles.open()[i]).isEqualTo(sum.open.doubleValue());
            assertThat(candles.high()[i]).isEqualTo(sum.high.doubleValue());
            assertThat(candles.low()[i]).isEqualTo(sum.low.doubleValue());
            assertThat(candles.close()[i]).isEqualTo(sum.close.doubleValue());
            assertThat(candles.volume()[i]).isEqualTo(sum.volume.doubleValue());
            i++;
        }
    }

    @Test
    void areStoredAtEveryTimeframeAndMarkedAsASample() throws IOException {
        InMemoryCandles store = new InMemoryCandles(InstantSource.system());
        assertThat(SampleTrades.isStored(store)).isFalse();

        try (InputStream in = AppResources.open(AppResources.SAMPLE_TRADES)) {
            SampleTrades.store(in, store);
        }

        assertThat(SampleTrades.isStored(store)).isTrue();
        assertThat(store.list())
                .allSatisfy(info -> {
                    assertThat(info.key().market()).hasToString("sample:BTC/USD");
                    assertThat(info.source()).isEqualTo("sample: Bitstamp 2013");
                });
        for (Timeframe timeframe : SampleTrades.TIMEFRAMES) {
            CandleSeries candles = store.series(new SeriesKey(SampleTrades.MARKET, timeframe));
            assertThat(SeriesCheck.faults(candles, timeframe))
                    .allSatisfy(f -> assertThat(f.kind()).isEqualTo(SeriesCheck.Kind.GAP));
        }
    }
}

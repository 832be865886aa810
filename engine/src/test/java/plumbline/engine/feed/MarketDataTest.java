package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

class MarketDataTest {
    private static final long START = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final MarketId MARKET = MarketId.parse("binance:BTC/USDT");

    private final InMemoryCandles store = new InMemoryCandles();
    private final MarketData data = new MarketData(store);

    /// 190 minutes: three whole hours and ten minutes of the fourth.
    @BeforeEach
    void storeMinutes() {
        CandleSeries.Builder minutes = CandleSeries.builder(190);
        for (int i = 0; i < 190; i++) {
            minutes.add(START + i * 60_000L, 100 + i, 102 + i, 99 + i, 101 + i, 0.1);
        }
        store.upsert(new SeriesKey(MARKET, Timeframe.M1), minutes.build(), "csv");
    }

    private MarketData.Loaded load(Timeframe timeframe, TimeRange range) {
        return data.load(new SeriesKey(MARKET, timeframe), range);
    }

    @Test
    void givesWhatIsStored() {
        MarketData.Loaded loaded = load(Timeframe.M1, TimeRange.ALL);

        assertThat(loaded.candles().size()).isEqualTo(190);
        assertThat(loaded.stored()).isEqualTo(Timeframe.M1);
        assertThat(loaded.source()).isEqualTo("csv");
    }

    @Test
    void buildsCoarserCandlesWithoutTheUnfinishedLast() {
        CandleSeries hours = load(Timeframe.H1, TimeRange.ALL).candles();

        assertThat(hours.openTime())
                .containsExactly(START, START + 3_600_000, START + 2 * 3_600_000);
        assertThat(hours.open()).containsExactly(100, 160, 220);
        assertThat(hours.high()).containsExactly(161, 221, 281);
        assertThat(hours.low()).containsExactly(99, 159, 219);
        assertThat(hours.close()).containsExactly(160, 220, 280);
        assertThat(hours.volume()).containsExactly(6, 6, 6); // exactly, though 0.1 is no double
    }

    @Test
    void buildsNoCandleFromItsMiddle() {
        TimeRange fromTheMiddle = new TimeRange(START + 30 * 60_000, Long.MAX_VALUE);

        CandleSeries hours = load(Timeframe.H1, fromTheMiddle).candles();

        assertThat(hours.openTime()).containsExactly(START + 3_600_000, START + 2 * 3_600_000);
        assertThat(hours.open()).containsExactly(160, 220);
    }

    @Test
    void leavesOutTheCandleThatTheRangeCutsOff() {
        TimeRange upToTheMiddle = new TimeRange(START, START + 90 * 60_000);

        assertThat(load(Timeframe.H1, upToTheMiddle).candles().openTime()).containsExactly(START);
    }

    @Test
    void prefersStoredCandlesToBuiltOnes() {
        CandleSeries hour = CandleSeries.builder(1).add(START, 1, 2, 1, 2, 3).build();
        store.upsert(new SeriesKey(MARKET, Timeframe.H1), hour, "lean");

        MarketData.Loaded loaded = load(Timeframe.H1, TimeRange.ALL);

        assertThat(loaded.candles().fingerprint()).isEqualTo(hour.fingerprint());
        assertThat(loaded.source()).isEqualTo("lean");
    }

    @Test
    void listsTheTimeframesOfWhichAWholeCandleCanBeHad() { // of 190 minutes
        assertThat(data.timeframes(MARKET))
                .containsExactly(
                        Timeframe.M1,
                        Timeframe.M3,
                        Timeframe.M5,
                        Timeframe.M15,
                        Timeframe.M30,
                        Timeframe.H1);
    }

    @Test
    void namesTheNearestMarketForAnUnknownOne() {
        assertThatThrownBy(() ->
                        data.load(
                                new SeriesKey(MarketId.parse("binance:BTC/USDC"), Timeframe.M1),
                                TimeRange.ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no market 'binance:BTC/USDC'; did you mean binance:BTC/USDT?");
    }

    @Test
    void saysWhatToDoWhereNothingIsStored() {
        MarketData empty = new MarketData(new InMemoryCandles());

        assertThatThrownBy(() -> empty.load(new SeriesKey(MARKET, Timeframe.M1), TimeRange.ALL))
                .hasMessage(
                        "no market 'binance:BTC/USDT': the store is empty; import candles with"
                                + " 'plumbline data import', or use sample:BTC/USD");
    }

    @Test
    void namesTheStoredTimeframesForOneThatCannotBeBuilt() {
        assertThatThrownBy(() -> load(Timeframe.S1, TimeRange.ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1s")
                .hasMessageContaining("1m");
    }

    @Test
    void namesWhatIsStoredForARangeWithoutCandles() {
        assertThatThrownBy(() -> load(Timeframe.M1, new TimeRange(0, 1000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no candles of binance:BTC/USDT 1m in the given range")
                .hasMessageContaining(
                        "190 candles from 2024-01-01T00:00:00Z to 2024-01-01T03:09:00Z");
    }
}

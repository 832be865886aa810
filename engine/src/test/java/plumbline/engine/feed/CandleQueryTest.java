package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.engine.contract.InMemoryCandles;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LiveCandle;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

class CandleQueryTest {
    private static final long START = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final long DAY = 86_400_000;
    private static final MarketId MARKET = MarketId.parse("binance:BTC/USDT");

    private final InMemoryCandles store = new InMemoryCandles(InstantSource.system());
    private final CandleQuery data = new CandleQuery(store);

    /// 190 minutes: three whole hours and ten minutes of the fourth.
    @BeforeEach
    void storeMinutes() {
        CandleSeries.Builder minutes = CandleSeries.builder(190);
        for (int i = 0; i < 190; i++) {
            minutes.add(START + i * 60_000L, 100 + i, 102 + i, 99 + i, 101 + i, 0.1);
        }
        store.upsert(new SeriesKey(MARKET, Timeframe.M1), minutes.build(), "csv");
    }

    private LoadedSeries load(Timeframe timeframe, TimeRange range) {
        return data.load(new SeriesKey(MARKET, timeframe), range);
    }

    @Test
    void givesWhatIsStored() {
        LoadedSeries loaded = load(Timeframe.M1, TimeRange.ALL);

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
    void givesTheUnfinishedLastCandleApart() {
        LoadedSeries hours = load(Timeframe.H1, TimeRange.ALL);

        assertThat(hours.partial())
                .isEqualTo(new Candle(START + 3 * 3_600_000, 280, 291, 279, 290, 1));
        assertThat(load(Timeframe.M5, TimeRange.ALL).partial()).isNull(); // 190 are 38 times 5
        assertThat(load(Timeframe.M1, TimeRange.ALL).partial()).isNull();
    }

    @Test
    void theUnfinishedCandleHoldsTheFinerOneThatIsNotOverEither() {
        SeriesKey minutes = new SeriesKey(MARKET, Timeframe.M1);
        long next = START + 190 * 60_000L;
        Candle forming = new Candle(next, 290, 400, 50, 300, 0.5);
        store.live(List.of(new LiveCandle(minutes, forming, false)), "live");

        assertThat(load(Timeframe.H1, TimeRange.ALL).partial())
                .isEqualTo(new Candle(START + 3 * 3_600_000, 280, 400, 50, 300, 1.5));
        // 190 are 38 times 5: the next one has nothing but the candle that is forming
        assertThat(load(Timeframe.M5, TimeRange.ALL).partial())
                .isEqualTo(new Candle(next, 290, 400, 50, 300, 0.5));
        assertThat(load(Timeframe.H1, new TimeRange(START, next)).partial())
                .isEqualTo(new Candle(START + 3 * 3_600_000, 280, 291, 279, 290, 1));
        assertThat(load(Timeframe.H1, TimeRange.ALL).candles().size()).isEqualTo(3);
    }

    @Test
    void tellsThatTheStoredCandlesBeginWithinTheFirst() {
        CandleSeries.Builder late = CandleSeries.builder(200);
        for (int i = 0; i < 200; i++) {
            late.add(START + (30 + i) * 60_000L, 5, 5, 5, 5, 1);
        }
        MarketId market = MarketId.parse("binance:LATE/USDT");
        store.upsert(new SeriesKey(market, Timeframe.M1), late.build(), "csv");
        SeriesKey hours = new SeriesKey(market, Timeframe.H1);

        assertThat(data.load(hours, TimeRange.ALL).isFirstPartial()).isTrue();
        assertThat(data.load(hours, new TimeRange(START + 3_600_000, Long.MAX_VALUE)))
                .returns(false, LoadedSeries::isFirstPartial);
        assertThat(load(Timeframe.H1, TimeRange.ALL).isFirstPartial()).isFalse();
        assertThat(load(Timeframe.M1, TimeRange.ALL).isFirstPartial()).isFalse();
    }

    @Test
    void aCandleThatOnlyTheRangeCutsOffIsNotUnfinished() {
        TimeRange upToTheMiddle = new TimeRange(START, START + 90 * 60_000);

        assertThat(load(Timeframe.H1, upToTheMiddle).partial()).isNull();
    }

    @Test
    void buildsAgainOnlyWhenTheStoredCandlesChange() {
        CandleSeries first = load(Timeframe.H1, TimeRange.ALL).candles();
        assertThat(load(Timeframe.H1, TimeRange.ALL).candles()).isSameAs(first);
        assertThat(store.loads()).isEqualTo(1);

        CandleSeries.Builder more = CandleSeries.builder(50);
        for (int i = 190; i < 240; i++) {
            more.add(START + i * 60_000L, 100, 102, 99, 101, 1);
        }
        store.upsert(new SeriesKey(MARKET, Timeframe.M1), more.build(), "csv");

        assertThat(load(Timeframe.H1, TimeRange.ALL).candles().size()).isEqualTo(4);
        assertThat(load(Timeframe.H1, TimeRange.ALL).partial()).isNull();
        assertThat(store.loads()).isEqualTo(2);
    }

    @Test
    void keepsNoMoreThanThereIsRoomFor() { // 256 bytes and 48 for each of three hours
        CandleQuery small = new CandleQuery(store, new BuiltSeries(1000));
        SeriesKey hours = new SeriesKey(MARKET, Timeframe.H1);
        SeriesKey halves = new SeriesKey(MARKET, Timeframe.M30);

        CandleSeries first = small.load(hours, TimeRange.ALL).candles();
        small.load(halves, TimeRange.ALL);
        assertThat(small.load(hours, TimeRange.ALL).candles()).isSameAs(first);
        small.load(halves, new TimeRange(START, Long.MAX_VALUE)); // the first halves go

        assertThat(small.load(hours, TimeRange.ALL).candles()).isSameAs(first);
        assertThat(store.loads()).isEqualTo(3);
        small.load(halves, TimeRange.ALL);
        assertThat(store.loads()).isEqualTo(4);
    }

    @Test
    void aMinuteSeriesGivesWeeksAndMonths() {
        MarketId market = MarketId.parse("binance:ETH/USDT");
        long from = Instant.parse("2024-01-29T00:00:00Z").toEpochMilli(); // a Monday
        int days = 33; // to Friday 1 March, the end of its day
        CandleSeries.Builder minutes = CandleSeries.builder(days * 1440);
        for (int i = 0; i < days * 1440; i++) {
            double price = 1000 + i / 1440;
            minutes.add(from + i * 60_000L, price, price + 1, price - 1, price + 0.5, 0.25);
        }
        store.upsert(new SeriesKey(market, Timeframe.M1), minutes.build(), "csv");

        LoadedSeries weeks = data.load(new SeriesKey(market, Timeframe.W1), TimeRange.ALL);
        LoadedSeries months = data.load(new SeriesKey(market, Timeframe.MONTH1), TimeRange.ALL);

        assertThat(weeks.stored()).isEqualTo(Timeframe.M1);
        assertThat(weeks.candles().size()).isEqualTo(4);
        assertThat(weeks.candles().candle(1))
                .isEqualTo(new Candle(from + 7 * DAY, 1007, 1014, 1006, 1013.5, 7 * 360));
        assertThat(weeks.partial())
                .isEqualTo(new Candle(from + 28 * DAY, 1028, 1033, 1027, 1032.5, 5 * 360));
        // three days of January, the whole February, one day of March
        assertThat(months.candles().openTime())
                .containsExactly(
                        Instant.parse("2024-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("2024-02-01T00:00:00Z").toEpochMilli());
        assertThat(months.candles().candle(1))
                .isEqualTo(new Candle(from + 3 * DAY, 1003, 1032, 1002, 1031.5, 29 * 360));
        assertThat(months.partial())
                .isEqualTo(new Candle(from + 32 * DAY, 1032, 1033, 1031, 1032.5, 360));
    }

    @Test
    void buildsOfTheCoarsestSeriesThatServes() {
        CandleSeries.Builder hours = CandleSeries.builder(48);
        for (int i = 0; i < 48; i++) {
            hours.add(START + i * 3_600_000L, 1, 2, 1, 2, 3);
        }
        store.upsert(new SeriesKey(MARKET, Timeframe.H1), hours.build(), "lean");

        assertThat(load(Timeframe.D1, TimeRange.ALL).stored()).isEqualTo(Timeframe.H1);
        assertThat(load(Timeframe.M30, TimeRange.ALL).stored()).isEqualTo(Timeframe.M1);
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

        LoadedSeries loaded = load(Timeframe.H1, TimeRange.ALL);

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
        CandleQuery empty = new CandleQuery(new InMemoryCandles(InstantSource.system()));

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

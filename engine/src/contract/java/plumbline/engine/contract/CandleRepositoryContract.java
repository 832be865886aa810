package plumbline.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// What every store of candles does alike. One class below this for each kind of store.
public abstract class CandleRepositoryContract {
    private static final SeriesKey KEY = TestCandles.MINUTES;
    private static final long MINUTE = 60_000;
    private static final long SLOT = 8192 * MINUTE;

    private OpenStore store;
    private CandleRepository repository;

    /// Opens the store of this test; again with the same contents if it was open before.
    protected abstract OpenStore openStore();

    @BeforeEach
    void open() {
        store = openStore();
        repository = store.candles();
    }

    @AfterEach
    void close() {
        store.closing().run();
    }

    @Test
    void givesBackWhatWasStoredBitForBit() {
        CandleSeries stored =
                CandleSeries.of(
                        new long[] {-120_000, 0, 60_000, 120_000},
                        new double[] {0.1 + 0.2, -0.0, Double.MIN_VALUE, 1e308},
                        new double[] {Double.POSITIVE_INFINITY, 0.0, 1e-300, Double.MAX_VALUE},
                        new double[] {
                            Double.NEGATIVE_INFINITY, 5, 128388.72380000002, Math.nextUp(1.0)
                        },
                        new double[] {
                            Double.NaN, Double.longBitsToDouble(0x7ff0_0000_0000_0001L), 3, 4
                        },
                        new double[] {0, -0.0, 1, Double.longBitsToDouble(0xfff8_dead_beef_0001L)});

        repository.upsert(KEY, stored, "test");

        CandleSeries loaded = repository.load(KEY, TimeRange.ALL);
        assertThat(loaded.openTime()).containsExactly(stored.openTime());
        assertBits(loaded.open(), stored.open());
        assertBits(loaded.high(), stored.high());
        assertBits(loaded.low(), stored.low());
        assertBits(loaded.close(), stored.close());
        assertBits(loaded.volume(), stored.volume());
    }

    @ParameterizedTest
    @EnumSource(Timeframe.class)
    void keepsEveryTimeframe(Timeframe timeframe) {
        SeriesKey key = new SeriesKey(KEY.market(), timeframe);
        // over the border of a slot, but not over more than ten years
        int n = (int) Math.min(9000, 3650 * Timeframe.D1.millis() / timeframe.millis());
        CandleSeries stored = TestCandles.walk(timeframe, TestCandles.START, n, 1);

        assertThat(repository.upsert(key, stored, "test")).isEqualTo(new UpsertResult(n, 0, 0));

        assertThat(repository.load(key, TimeRange.ALL).fingerprint())
                .isEqualTo(stored.fingerprint());
        assertThat(repository.info(key))
                .contains(
                        new SeriesInfo(key, n, stored.firstOpenMs(), stored.lastOpenMs(), "test"));
        long middle = stored.openTime()[n / 2];
        assertThat(repository.load(key, new TimeRange(middle, middle + 1)).openTime())
                .containsExactly(middle);
    }

    @Test
    void keepsTimesBeforeTheEpoch() {
        CandleSeries stored = TestCandles.walk(Timeframe.M1, -SLOT - 5 * MINUTE, 8192 + 10, 1);

        repository.upsert(KEY, stored, "test");

        assertThat(repository.load(KEY, TimeRange.ALL).fingerprint())
                .isEqualTo(stored.fingerprint());
        assertThat(repository.load(KEY, new TimeRange(-MINUTE, MINUTE)).openTime())
                .containsExactly(-MINUTE, 0);
    }

    /// Around the border of two slots, and around the ends of the series.
    @ParameterizedTest
    @ValueSource(longs = {-2, -1, 0, 1, 2})
    void loadsExactlyTheRange(long offset) {
        long border = Math.floorDiv(TestCandles.START, SLOT) * SLOT + SLOT;
        CandleSeries stored = TestCandles.walk(Timeframe.M1, border - 5000 * MINUTE, 20_000, 1);
        repository.upsert(KEY, stored, "test");

        for (long at : new long[] {border, stored.firstOpenMs(), stored.lastOpenMs()}) {
            for (long length : new long[] {0, 1, MINUTE, MINUTE + 1, SLOT, SLOT + 1, 2 * SLOT}) {
                TimeRange range = new TimeRange(at + offset, at + offset + length);
                assertThat(repository.load(KEY, range).openTime())
                        .containsExactly(stored.between(range).openTime());
                TimeRange before = new TimeRange(at + offset - length, at + offset);
                assertThat(repository.load(KEY, before).openTime())
                        .containsExactly(stored.between(before).openTime());
            }
        }
    }

    @Test
    void hasNothingWhereNothingIsStored() {
        assertThat(repository.load(KEY, TimeRange.ALL).isEmpty()).isTrue();
        assertThat(repository.info(KEY)).isEmpty();
        assertThat(repository.list()).isEmpty();

        repository.upsert(KEY, TestCandles.minutes(10, 1), "test");

        SeriesKey other = new SeriesKey(KEY.market(), Timeframe.M5);
        assertThat(repository.load(other, TimeRange.ALL).isEmpty()).isTrue();
        assertThat(repository.info(other)).isEmpty();
        long min = Long.MIN_VALUE;
        long max = Long.MAX_VALUE;
        long end = TestCandles.START + 10 * MINUTE;
        assertThat(repository.load(KEY, new TimeRange(end, max)).isEmpty()).isTrue();
        assertThat(repository.load(KEY, new TimeRange(min, TestCandles.START)).isEmpty()).isTrue();
        assertThat(repository.load(KEY, new TimeRange(min, min)).isEmpty()).isTrue();
        assertThat(repository.load(KEY, new TimeRange(max, max)).isEmpty()).isTrue();
    }

    @Test
    void theSameCandlesAgainChangeNothing() {
        CandleSeries candles = TestCandles.minutes(20_000, 1);
        repository.upsert(KEY, candles, "csv");
        List<SeriesInfo> before = repository.list();

        assertThat(repository.upsert(KEY, candles, "binance"))
                .isEqualTo(new UpsertResult(0, 0, 20_000));
        assertThat(repository.upsert(KEY, candles.slice(5000, 15_000), "binance"))
                .isEqualTo(new UpsertResult(0, 0, 10_000));

        assertThat(repository.list()).isEqualTo(before);
    }

    @Test
    void storingNothingLeavesNoTrace() {
        assertThat(repository.upsert(KEY, CandleSeries.empty(), "test"))
                .isEqualTo(new UpsertResult(0, 0, 0));

        assertThat(repository.list()).isEmpty();
    }

    /// 10,000 candles are there; 4,000 more overlap 1,500 of them, of which 500 have another close.
    @Test
    void laysOverlappingCandlesOverWhatIsThere() {
        CandleSeries all = TestCandles.minutes(12_500, 1);
        double[] close = all.close().clone();
        for (int i = 8500; i < 9000; i++) {
            close[i] += 0.01;
        }
        CandleSeries revised =
                CandleSeries.of(
                        all.openTime(), all.open(), all.high(), all.low(), close, all.volume());
        repository.upsert(KEY, all.slice(0, 10_000), "csv");

        UpsertResult result = repository.upsert(KEY, revised.slice(8500, 12_500), "binance");

        assertThat(result).isEqualTo(new UpsertResult(2500, 500, 1000));
        assertThat(repository.load(KEY, TimeRange.ALL).fingerprint())
                .isEqualTo(revised.fingerprint());
        assertThat(repository.info(KEY))
                .contains(
                        new SeriesInfo(
                                KEY, 12_500, all.firstOpenMs(), all.lastOpenMs(), "csv, binance"));
    }

    @Test
    void fillsGapsAndGrowsAtBothEnds() {
        CandleSeries all = TestCandles.minutes(30_000, 1);
        CandleSeries.Builder holes = CandleSeries.builder(10_000);
        for (int i = 10_000; i < 20_000; i += 3) {
            holes.add(all, i);
        }
        repository.upsert(KEY, holes.build(), "test");
        assertThat(repository.load(KEY, TimeRange.ALL).size()).isEqualTo(3334);

        assertThat(repository.upsert(KEY, all, "test"))
                .isEqualTo(new UpsertResult(30_000 - 3334, 0, 3334));

        assertThat(repository.load(KEY, TimeRange.ALL).fingerprint()).isEqualTo(all.fingerprint());
        assertThat(repository.info(KEY).orElseThrow().candles()).isEqualTo(30_000);
    }

    @Test
    void tellsZeroFromMinusZeroButNotANumberFromItself() {
        CandleSeries zero = one(0.0);
        CandleSeries minusZero = one(-0.0);
        CandleSeries nan = one(Double.NaN);
        repository.upsert(KEY, zero, "test");

        assertThat(repository.upsert(KEY, minusZero, "test")).isEqualTo(new UpsertResult(0, 1, 0));
        assertThat(repository.upsert(KEY, nan, "test")).isEqualTo(new UpsertResult(0, 1, 0));
        assertThat(repository.upsert(KEY, nan, "test")).isEqualTo(new UpsertResult(0, 0, 1));
    }

    private static CandleSeries one(double volume) {
        return CandleSeries.builder(1).add(0, 1, 1, 1, 1, volume).build();
    }

    @Test
    void keepsMarketsAndTimeframesApart() {
        SeriesKey perpetual =
                new SeriesKey(MarketId.parse("test:BTC/USDT:USDT-261225"), Timeframe.M1);
        SeriesKey hours = new SeriesKey(KEY.market(), Timeframe.H1);
        SeriesKey months = new SeriesKey(KEY.market(), Timeframe.MONTH1);
        repository.upsert(perpetual, TestCandles.minutes(3, 3), "test");
        repository.upsert(months, TestCandles.walk(Timeframe.MONTH1, 0, 4, 4), "test");
        repository.upsert(hours, TestCandles.walk(Timeframe.H1, 0, 2, 2), "test");
        repository.upsert(KEY, TestCandles.minutes(1, 1), "test");

        assertThat(repository.list())
                .extracting(SeriesInfo::key)
                .containsExactly(KEY, hours, months, perpetual);
        assertThat(repository.load(KEY, TimeRange.ALL).size()).isEqualTo(1);
        assertThat(repository.load(hours, TimeRange.ALL).size()).isEqualTo(2);
        assertThat(repository.load(perpetual, TimeRange.ALL).size()).isEqualTo(3);
        assertThat(repository.load(months, TimeRange.ALL).size()).isEqualTo(4);
    }

    /// 8,194 minutes fit no slot of 8,192 hours but that of their own timeframe.
    @Test
    void refusesCandlesOfAShorterTimeframeAndStoresNoneOfThem() {
        SeriesKey days = new SeriesKey(KEY.market(), Timeframe.D1);

        assertThatThrownBy(() -> repository.upsert(days, TestCandles.minutes(20_000, 1), "test"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("test:BTC/USDT 1d")
                .hasMessageContaining("nothing was changed");

        assertThat(repository.list()).isEmpty();
    }

    @Test
    void remembersAllSourcesInOrder() {
        repository.upsert(KEY, TestCandles.minutes(1, 1), "csv");
        repository.upsert(KEY, TestCandles.minutes(2, 1), "lean");
        repository.upsert(KEY, TestCandles.minutes(3, 1), "csv");

        assertThat(repository.info(KEY).orElseThrow().source()).isEqualTo("csv, lean");
    }

    @Test
    void isStillThereAfterReopening() {
        CandleSeries candles = TestCandles.minutes(50_000, 1);
        repository.upsert(KEY, candles, "test");
        store.closing().run();

        open();

        assertThat(repository.load(KEY, TimeRange.ALL).fingerprint())
                .isEqualTo(candles.fingerprint());
    }

    @Test
    void refusesWorkOnceItIsClosed() {
        store.closing().run();
        store.closing().run();

        assertThatThrownBy(() -> repository.list())
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> repository.upsert(KEY, TestCandles.minutes(1, 1), "test"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("closed");
    }

    private static void assertBits(double[] actual, double[] expected) {
        assertThat(bits(actual)).containsExactly(bits(expected));
    }

    private static long[] bits(double[] values) {
        long[] bits = new long[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToRawLongBits(values[i]);
        }
        return bits;
    }
}

package plumbline.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Covered;
import plumbline.engine.market.LiveCandle;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;

/// What every store does alike with candles that come one by one.
public abstract class LiveContract {
    private static final SeriesKey KEY = TestCandles.MINUTES;
    private static final long MINUTE = 60_000;

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

    private static List<LiveCandle> live(CandleSeries candles, boolean finished) {
        List<LiveCandle> live = new ArrayList<>();
        for (int i = 0; i < candles.size(); i++) {
            live.add(new LiveCandle(KEY, candles.candle(i), finished));
        }
        return live;
    }

    @Test
    void givesFinishedCandlesAtOnceAndAfterReopening() {
        CandleSeries all = TestCandles.minutes(12_000, 1);
        repository.upsert(KEY, all.slice(0, 11_000), "csv");

        for (int i = 11_000; i < 12_000; i += 7) {
            repository.live(live(all.slice(i, Math.min(i + 7, 12_000)), true), "stream");
        }

        assertThat(repository.load(KEY, TimeRange.ALL).fingerprint()).isEqualTo(all.fingerprint());
        assertThat(repository.info(KEY))
                .contains(
                        new SeriesInfo(
                                KEY, 12_000, all.firstOpenMs(), all.lastOpenMs(), "csv, stream"));
        close();
        open();
        assertThat(repository.load(KEY, TimeRange.ALL).fingerprint()).isEqualTo(all.fingerprint());
        assertThat(repository.verify(KEY, () -> false).faults()).isEmpty();
    }

    /// More than any tail holds, over the border of a slot.
    @Test
    void aLongStreamIsReadAsOneSeries() {
        CandleSeries all = TestCandles.minutes(9000, 2);
        for (int i = 0; i < 9000; i += 500) {
            repository.live(live(all.slice(i, i + 500), true), "stream");
            assertThat(repository.load(KEY, TimeRange.ALL).size()).isEqualTo(i + 500);
        }

        assertThat(repository.fingerprint(KEY, TimeRange.ALL)).isEqualTo(all.fingerprint());
        TimeRange part = new TimeRange(all.openTime()[3000], all.openTime()[8500]);
        assertThat(repository.load(KEY, part).fingerprint())
                .isEqualTo(all.between(part).fingerprint());
    }

    @Test
    void aFormingCandleIsKeptApartUntilItIsFinished() {
        CandleSeries all = TestCandles.minutes(3, 1);
        Candle candle = all.candle(1);
        Candle half = new Candle(candle.openTimeMs(), candle.open(), 70_000, 1, 65_000, 0.5);
        repository.live(live(all.slice(0, 1), true), "stream");
        repository.live(List.of(new LiveCandle(KEY, half, false)), "stream");

        assertThat(repository.forming(KEY)).contains(half);
        assertThat(repository.load(KEY, TimeRange.ALL).size()).isEqualTo(1);
        assertThat(repository.info(KEY).orElseThrow().lastOpenMs()).isEqualTo(all.firstOpenMs());

        repository.live(List.of(new LiveCandle(KEY, candle, true)), "stream");
        repository.live(List.of(new LiveCandle(KEY, half, false)), "stream"); // too late

        assertThat(repository.forming(KEY)).isEmpty();
        assertThat(repository.load(KEY, TimeRange.ALL).fingerprint())
                .isEqualTo(all.slice(0, 2).fingerprint());
    }

    @Test
    void theFirstCandleOfASeriesMayBeForming() {
        Candle candle = TestCandles.minutes(1, 1).candle(0);

        repository.live(List.of(new LiveCandle(KEY, candle, false)), "stream");

        assertThat(repository.forming(KEY)).contains(candle);
        assertThat(repository.list()).isEmpty();
        assertThat(repository.load(KEY, TimeRange.ALL).isEmpty()).isTrue();
    }

    @Test
    void candlesThatCameBeforeAreLaidOverThoseThatAreThere() {
        CandleSeries all = TestCandles.minutes(100, 1);
        CandleSeries other = TestCandles.minutes(100, 2);
        repository.live(live(all.slice(0, 40), true), "stream");
        repository.live(live(all.slice(60, 100), true), "stream");

        repository.upsert(KEY, all.slice(40, 60), "fetch");
        repository.live(live(all.slice(90, 100), true), "stream"); // once more
        assertThat(repository.load(KEY, TimeRange.ALL).fingerprint()).isEqualTo(all.fingerprint());

        repository.live(live(other.slice(50, 51), true), "stream");
        CandleSeries changed = repository.load(KEY, TimeRange.ALL);
        assertThat(changed.candle(50)).isEqualTo(other.candle(50));
        assertThat(changed.size()).isEqualTo(100);
        assertThat(repository.info(KEY).orElseThrow().candles()).isEqualTo(100);
    }

    @Test
    void liveCandlesOfManySeriesAreKeptApart() {
        List<LiveCandle> batch = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            SeriesKey key = TestCandles.minutesOf("C" + i);
            batch.add(new LiveCandle(key, TestCandles.minutes(1, i).candle(0), true));
        }

        repository.live(batch, "stream");

        assertThat(repository.list()).hasSize(20);
        assertThat(repository.load(TestCandles.minutesOf("C7"), TimeRange.ALL).candle(0))
                .isEqualTo(TestCandles.minutes(1, 7).candle(0));
    }

    @Test
    void neverAskedIsToldFromNothingThere() {
        CandleSeries all = TestCandles.minutes(100, 1);
        long start = all.firstOpenMs();
        TimeRange hour = new TimeRange(start - 60 * MINUTE, start);
        repository.upsert(KEY, all.slice(0, 10), "csv");

        repository.upsert(KEY, CandleSeries.empty(), hour, "fetch");

        assertThat(repository.coverage(KEY))
                .extracting(Covered::range, Covered::source)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(hour, "fetch"),
                        org.assertj.core.groups.Tuple.tuple(
                                new TimeRange(start, start + 10 * MINUTE), "csv"));
        assertThat(repository.load(KEY, TimeRange.ALL).size()).isEqualTo(10);

        repository.live(live(all.slice(10, 11), true), "csv");
        assertThat(repository.coverage(KEY).getLast().range())
                .isEqualTo(new TimeRange(start, start + 11 * MINUTE));
    }
}

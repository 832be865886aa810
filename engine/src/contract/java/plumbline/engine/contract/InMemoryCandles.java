package plumbline.engine.contract;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Coverage;
import plumbline.engine.market.Covered;
import plumbline.engine.market.LiveCandle;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.SeriesScan;
import plumbline.engine.market.SeriesVerdict;
import plumbline.engine.market.SlotSum;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Candles that are gone when the test ends. Nothing in it can be damaged.
public class InMemoryCandles implements CandleRepository {
    private final Map<SeriesKey, Kept> series =
            new TreeMap<>(
                    Comparator.comparing((SeriesKey k) -> k.market().toString())
                            .thenComparing(SeriesKey::timeframe));
    private final Runnable gate;
    private final InstantSource clock;
    private long revision;
    private int loads;

    public InMemoryCandles(InstantSource clock) {
        this(() -> {}, clock);
    }

    /// @param gate passed by every call; may throw
    InMemoryCandles(Runnable gate, InstantSource clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /// All of one series.
    private static final class Kept {
        final TreeMap<Long, Candle> candles = new TreeMap<>();
        final Map<Long, Long> revisions = new TreeMap<>(); // of slots
        final Set<String> sources = new LinkedHashSet<>();
        List<Covered> covered = List.of();
        @Nullable Candle forming;
        long revision;
    }

    private Kept of(SeriesKey key) {
        return series.computeIfAbsent(key, _ -> new Kept());
    }

    private Kept peek(SeriesKey key) {
        gate.run();
        return series.getOrDefault(key, new Kept());
    }

    @Override
    public UpsertResult upsert(
            SeriesKey key, CandleSeries candles, TimeRange asked, String source) {
        gate.run();
        refuseCrowds(key, candles);
        of(key).covered =
                Coverage.plus(of(key).covered, new Covered(asked, source, clock.instant()));
        UpsertResult result = new UpsertResult(0, 0, 0);
        for (int i = 0; i < candles.size(); i++) {
            result = result.plus(put(key, candles.candle(i), source));
        }
        return result;
    }

    private UpsertResult put(SeriesKey key, Candle candle, String source) {
        Kept kept = of(key);
        Candle before = kept.candles.put(candle.openTimeMs(), candle);
        if (before != null && isSame(before, candle)) {
            return new UpsertResult(0, 0, 1);
        }
        kept.sources.add(source);
        kept.revision = ++revision;
        kept.revisions.put(slot(key, candle.openTimeMs()), revision);
        return before == null ? new UpsertResult(1, 0, 0) : new UpsertResult(0, 1, 0);
    }

    /// A slot has no room for candles of a shorter timeframe.
    private void refuseCrowds(SeriesKey key, CandleSeries candles) {
        Set<Long> times = new TreeSet<>(peek(key).candles.keySet());
        for (long time : candles.openTime()) {
            times.add(time);
        }
        Map<Long, Integer> crowd = new TreeMap<>();
        for (long time : times) {
            if (crowd.merge(slot(key, time), 1, Integer::sum) > SLOT) {
                throw new StorageException(
                        key + ": too many candles in a slot; nothing was changed");
            }
        }
    }

    private static long slot(SeriesKey key, long timeMs) {
        Timeframe timeframe = key.timeframe();
        long index =
                timeframe == Timeframe.MONTH1
                        ? timeframe.steps(0, timeMs)
                        : Math.floorDiv(timeMs, timeframe.millis());
        return Math.floorDiv(index, SLOT);
    }

    private static long[] bits(Candle c) {
        return new long[] {
            c.openTimeMs(),
            Double.doubleToRawLongBits(c.open()),
            Double.doubleToRawLongBits(c.high()),
            Double.doubleToRawLongBits(c.low()),
            Double.doubleToRawLongBits(c.close()),
            Double.doubleToRawLongBits(c.volume())
        };
    }

    private static boolean isSame(Candle a, Candle b) {
        return Arrays.equals(bits(a), bits(b));
    }

    @Override
    public String version(SeriesKey key) {
        long at = peek(key).revision;
        return at == 0 ? "" : "revision " + at;
    }

    /// How often candles were loaded.
    public int loads() {
        return loads;
    }

    @Override
    public CandleSeries load(SeriesKey key, TimeRange range) {
        loads++;
        CandleSeries.Builder out = CandleSeries.builder(16);
        for (Candle c : peek(key).candles.subMap(range.fromMs(), range.toMs()).values()) {
            out.add(c.openTimeMs(), c.open(), c.high(), c.low(), c.close(), c.volume());
        }
        return out.build();
    }

    /// All candles of a series.
    public CandleSeries series(SeriesKey key) {
        return load(key, TimeRange.ALL);
    }

    @Override
    public Optional<SeriesInfo> info(SeriesKey key) {
        return list().stream().filter(info -> info.key().equals(key)).findFirst();
    }

    @Override
    public List<SeriesInfo> list() {
        gate.run();
        List<SeriesInfo> all = new ArrayList<>();
        series.forEach((key, kept) -> {
            if (!kept.candles.isEmpty()) {
                all.add(
                        new SeriesInfo(
                                key,
                                kept.candles.size(),
                                kept.candles.firstKey(),
                                kept.candles.lastKey(),
                                String.join(", ", kept.sources)));
            }
        });
        return all;
    }

    @Override
    public void live(List<LiveCandle> live, String source) {
        gate.run();
        for (LiveCandle one : live) {
            Kept kept = of(one.key());
            Candle candle = one.candle();
            long time = candle.openTimeMs();
            if (one.finished()) {
                put(one.key(), candle, source);
                TimeRange span = new TimeRange(time, one.key().timeframe().next(time));
                kept.covered =
                        Coverage.plus(kept.covered, new Covered(span, source, clock.instant()));
            } else if (kept.candles.isEmpty() || kept.candles.lastKey() < time) {
                kept.forming = candle;
            }
            Candle forming = kept.forming;
            if (forming != null
                    && !kept.candles.isEmpty()
                    && kept.candles.lastKey() >= forming.openTimeMs()) {
                kept.forming = null;
            }
        }
    }

    @Override
    public void stream(
            SeriesKey key,
            TimeRange range,
            Consumer<CandleSeries> sink,
            BooleanSupplier cancelled) {
        CandleSeries all = load(key, range);
        stop(cancelled);
        for (int from = 0; from < all.size(); from += SLOT) {
            sink.accept(all.slice(from, Math.min(from + SLOT, all.size())));
            stop(cancelled);
        }
    }

    private static void stop(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
    }

    @Override
    public Optional<Candle> forming(SeriesKey key) {
        return Optional.ofNullable(peek(key).forming);
    }

    @Override
    public List<Covered> coverage(SeriesKey key) {
        return peek(key).covered;
    }

    @Override
    public List<SlotSum> sums(SeriesKey key) {
        Kept kept = peek(key);
        Map<Long, List<Candle>> slots = new TreeMap<>();
        for (Candle candle : kept.candles.values()) {
            slots.computeIfAbsent(slot(key, candle.openTimeMs()), _ -> new ArrayList<>())
                    .add(candle);
        }
        List<SlotSum> sums = new ArrayList<>();
        slots.forEach((slot, candles) ->
                sums.add(
                        new SlotSum(
                                slot,
                                candles.size(),
                                checksum(candles),
                                kept.revisions.getOrDefault(slot, 0L))));
        return sums;
    }

    private static int checksum(List<Candle> candles) {
        CRC32C checksum = new CRC32C();
        ByteBuffer words = ByteBuffer.allocate(6 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Candle candle : candles) {
            words.clear();
            for (long word : bits(candle)) {
                words.putLong(word);
            }
            checksum.update(words.flip());
        }
        return (int) checksum.getValue();
    }

    @Override
    public SeriesVerdict verify(SeriesKey key, BooleanSupplier cancelled) {
        stop(cancelled);
        CandleSeries all = series(key);
        SeriesScan scan = new SeriesScan(key.timeframe());
        scan.add(all);
        return new SeriesVerdict(all.size(), sums(key).size(), scan.faults(), scan.notes());
    }

    @Override
    public List<TimeRange> putAside(SeriesKey key) {
        gate.run();
        return List.of();
    }

    @Override
    public boolean delete(SeriesKey key) {
        gate.run();
        Kept kept = series.remove(key);
        return kept != null && !kept.candles.isEmpty();
    }
}

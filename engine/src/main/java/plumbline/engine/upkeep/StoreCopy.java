package plumbline.engine.upkeep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import plumbline.engine.backtest.RunRepository;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Coverage;
import plumbline.engine.market.Covered;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.SlotSum;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;

/// Copies what one store holds into another: candles with what was asked for, and runs. Slots that
/// the other store has already are not sent again, so a copy that was broken off is taken up by
/// doing it again. What the other store has besides stays.
///
/// Not thread-safe; the calls block.
public final class StoreCopy {
    /// So many slots are under way at once: about 130,000 candles.
    private static final int STRETCH = 16;

    private final CandleRepository from;
    private final CandleRepository to;
    private final Progress progress;
    private final BooleanSupplier cancelled;
    private long done;
    private long all;

    public StoreCopy(
            CandleRepository from,
            CandleRepository to,
            Progress progress,
            BooleanSupplier cancelled) {
        this.from = from;
        this.to = to;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /// What became of a series.
    ///
    /// @param sent candles that the other store did not have alike
    public record Copied(SeriesInfo series, long sent) {}

    /// Copies every series and compares the fingerprints afterwards.
    ///
    /// @throws StorageException if what arrived is not what was sent
    /// @throws CancellationException if `cancelled` says so; what was copied stays
    public List<Copied> candles() {
        List<SeriesInfo> series = from.list();
        all = series.stream().mapToLong(SeriesInfo::candles).sum();
        List<Copied> copied = new ArrayList<>();
        for (SeriesInfo one : series) {
            copied.add(new Copied(one, copy(one)));
        }
        return copied;
    }

    /// How many candles were sent so far.
    public long done() {
        return done;
    }

    private long copy(SeriesInfo info) {
        SeriesKey key = info.key();
        List<SlotSum> here = from.sums(key);
        long sent = 0;
        List<SlotSum> stretch = new ArrayList<>();
        if (isFaulty(key)) {
            to.putAside(key); // what is left is what its checksums say
        }
        List<SlotSum> wanted = differing(here, to.sums(key));
        // what is there already is no work that is left
        all -= candlesOf(here) - candlesOf(wanted);
        progress.at("copying " + key, done, all);
        for (SlotSum slot : wanted) {
            boolean joins = stretch.isEmpty() || slot.slot() == stretch.getLast().slot() + 1;
            if (!joins || stretch.size() == STRETCH) {
                sent += send(info, stretch);
                stretch.clear();
            }
            stretch.add(slot);
        }
        if (!stretch.isEmpty()) {
            sent += send(info, stretch);
        }
        for (Covered covered : notYet(from.coverage(key), to.coverage(key))) {
            to.upsert(key, CandleSeries.empty(), covered.range(), covered.source());
        }
        if (!differing(here, to.sums(key)).isEmpty()) {
            throw new StorageException(
                    "what arrived of "
                            + key
                            + " is not what was sent; run 'plumbline data verify' on both stores"
                            + " and copy again");
        }
        return sent;
    }

    private static long candlesOf(List<SlotSum> slots) {
        return slots.stream().mapToLong(SlotSum::candles).sum();
    }

    /// Whether the other store holds something else than its own checksums say: somebody else has
    /// changed it, or it is damaged.
    private boolean isFaulty(SeriesKey key) {
        return to.info(key).isPresent()
                && to.verify(key, cancelled).faults().stream()
                        .anyMatch(f -> f.kind() == Kind.NOTE || f.kind() == Kind.DAMAGED);
    }

    private static List<SlotSum> differing(List<SlotSum> here, List<SlotSum> there) {
        Map<Long, SlotSum> known = new HashMap<>();
        there.forEach(s -> known.put(s.slot(), s));
        return here.stream()
                .filter(s -> {
                    SlotSum other = known.get(s.slot());
                    return other == null || !s.sameCandles(other);
                })
                .toList();
    }

    private long send(SeriesInfo info, List<SlotSum> slots) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException(
                    "cancelled after " + done + " candles; do it again to go on from there");
        }
        SeriesKey key = info.key();
        progress.at("copying " + key, done, all);
        long length = key.timeframe().millis() * CandleRepository.SLOT;
        TimeRange range =
                new TimeRange(
                        slots.getFirst().slot() * length, (slots.getLast().slot() + 1) * length);
        CandleSeries candles = from.load(key, range);
        UpsertResult result = to.upsert(key, candles, info.source());
        done += candles.size();
        return (long) result.inserted() + result.updated();
    }

    /// What is covered here and not there.
    private static List<Covered> notYet(List<Covered> here, List<Covered> there) {
        List<Covered> left = new ArrayList<>();
        for (Covered one : here) {
            for (TimeRange range : Coverage.missing(there, one.range())) {
                left.add(new Covered(range, one.source(), one.askedAt()));
            }
        }
        return left;
    }

    /// Copies the library of runs.
    ///
    /// @return how many the other did not have
    public static int runs(RunRepository from, RunRepository to) {
        List<String> ids = from.newestIds(Integer.MAX_VALUE).reversed();
        int copied = 0;
        for (String id : ids) {
            if (to.find(id).isEmpty()) {
                from.find(id).ifPresent(to::save);
                copied++;
            }
        }
        return copied;
    }
}

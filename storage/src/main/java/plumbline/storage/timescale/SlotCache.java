package plumbline.storage.timescale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.SlotSum;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.storage.h2.H2CandleRepository;
import plumbline.storage.table.CandleSlice;
import plumbline.storage.table.ChunkGrid;

/// Copies of what a server keeps, in H2 in the home folder: slots that hold what the server says
/// they hold are not fetched again. Whatever goes wrong with a copy, the server is asked instead.
///
/// Threads: any thread.
final class SlotCache {
    private static final Logger LOG = LoggerFactory.getLogger(SlotCache.class);
    // so many slots are fetched at once: about 130,000 candles
    private static final int STRETCH = 16;

    private final H2CandleRepository copies;
    private final Map<SeriesKey, Known> known = new ConcurrentHashMap<>();

    /// @param version of the copies of a series: another program may have thrown them away
    private record Known(String version, Map<Long, SlotSum> slots) {}

    SlotCache(H2CandleRepository copies) {
        this.copies = copies;
    }

    /// The candles within `range`, from copies where they are good.
    ///
    /// @param slots what the server holds within the range
    /// @param fetch gets candles of a range from the server
    CandleSeries load(
            SeriesKey key,
            TimeRange range,
            List<SlotSum> slots,
            Function<TimeRange, CandleSeries> fetch) {
        try {
            return loadWithCopies(key, range, slots, fetch);
        } catch (StorageException e) {
            LOG.warn("copies of {} cannot be used, reading from the server", key, e);
            known.remove(key);
            return fetch.apply(range);
        }
    }

    private CandleSeries loadWithCopies(
            SeriesKey key,
            TimeRange range,
            List<SlotSum> slots,
            Function<TimeRange, CandleSeries> fetch) {
        String version = copies.version(key);
        Known before = known.get(key);
        Map<Long, SlotSum> have =
                before != null && before.version().equals(version) ? before.slots() : sums(key);
        dropOthers(key, range, slots, have);
        // what was fetched and is not what the server said a moment ago: newer, and not kept
        TreeMap<Long, CandleSeries> newer = new TreeMap<>();
        List<SlotSum> wanted = new ArrayList<>();
        for (SlotSum slot : slots) {
            SlotSum copy = have.get(slot.slot());
            if (copy != null && copy.sameCandles(slot)) {
                continue;
            }
            boolean joins = wanted.isEmpty() || wanted.getLast().slot() + 1 == slot.slot();
            if (!joins || wanted.size() == STRETCH) {
                fetch(key, wanted, fetch, have, newer);
                wanted.clear();
            }
            wanted.add(slot);
        }
        if (!wanted.isEmpty()) {
            fetch(key, wanted, fetch, have, newer);
        }
        if (copies.version(key).equals(version)) {
            known.put(key, new Known(version, have));
        } else {
            known.remove(key); // by us, or by another program: the next call looks
        }
        CandleSeries all = assembled(key, range, newer);
        requireWhole(key, range, slots, newer, all);
        return all;
    }

    /// What was thrown away between two looks is not taken for what is not there.
    private static void requireWhole(
            SeriesKey key,
            TimeRange range,
            List<SlotSum> slots,
            Map<Long, CandleSeries> newer,
            CandleSeries all) {
        for (SlotSum slot : slots) {
            TimeRange time = ChunkGrid.range(key.timeframe(), slot.slot());
            boolean isWhole = time.fromMs() >= range.fromMs() && time.toMs() <= range.toMs();
            if (isWhole
                    && !newer.containsKey(slot.slot())
                    && all.firstAtOrAfter(time.toMs()) - all.firstAtOrAfter(time.fromMs())
                            != slot.candles()) {
                throw new StorageException("the copies of " + key + " have changed meanwhile");
            }
        }
    }

    private Map<Long, SlotSum> sums(SeriesKey key) {
        Map<Long, SlotSum> sums = new HashMap<>();
        copies.sums(key).forEach(s -> sums.put(s.slot(), s));
        return new ConcurrentHashMap<>(sums);
    }

    /// Copies of slots that the server has no more.
    private void dropOthers(
            SeriesKey key, TimeRange range, List<SlotSum> slots, Map<Long, SlotSum> have) {
        Timeframe timeframe = key.timeframe();
        for (long slot : List.copyOf(have.keySet())) {
            TimeRange time = ChunkGrid.range(timeframe, slot);
            if (time.overlaps(range) && slots.stream().noneMatch(s -> s.slot() == slot)) {
                copies.replace(key, time, CandleSeries.empty());
                have.remove(slot);
            }
        }
    }

    private void fetch(
            SeriesKey key,
            List<SlotSum> wanted,
            Function<TimeRange, CandleSeries> fetch,
            Map<Long, SlotSum> have,
            Map<Long, CandleSeries> newer) {
        Timeframe timeframe = key.timeframe();
        TimeRange range =
                new TimeRange(
                        ChunkGrid.range(timeframe, wanted.getFirst().slot()).fromMs(),
                        ChunkGrid.range(timeframe, wanted.getLast().slot()).toMs());
        CandleSeries candles = fetch.apply(range);
        boolean allGood = true;
        List<SlotSum> good = new ArrayList<>();
        for (SlotSum slot : wanted) {
            CandleSeries part = candles.between(ChunkGrid.range(timeframe, slot.slot()));
            CandleSlice slice = CandleSlice.of(part);
            SlotSum is = new SlotSum(slot.slot(), part.size(), slice.checksum(), slot.revision());
            if (is.sameCandles(slot)) {
                good.add(is);
            } else {
                newer.put(slot.slot(), part);
                allGood = false;
            }
        }
        if (allGood) {
            copies.replace(key, range, candles);
        } else {
            for (SlotSum slot : good) {
                TimeRange one = ChunkGrid.range(timeframe, slot.slot());
                copies.replace(key, one, candles.between(one));
            }
        }
        good.forEach(s -> have.put(s.slot(), s));
    }

    private CandleSeries assembled(
            SeriesKey key, TimeRange range, TreeMap<Long, CandleSeries> newer) {
        List<CandleSeries> parts = new ArrayList<>();
        long from = range.fromMs();
        for (Map.Entry<Long, CandleSeries> one : newer.entrySet()) {
            TimeRange slot = ChunkGrid.range(key.timeframe(), one.getKey());
            if (from < slot.fromMs()) {
                parts.add(copies.load(key, new TimeRange(from, slot.fromMs())));
            }
            parts.add(one.getValue().between(range));
            from = Math.max(from, Math.min(slot.toMs(), range.toMs()));
        }
        if (from < range.toMs()) {
            parts.add(copies.load(key, new TimeRange(from, range.toMs())));
        }
        return CandleSeries.joined(parts);
    }

    /// Forgets the copies of a series.
    void delete(SeriesKey key) {
        known.remove(key);
        try {
            copies.delete(key);
        } catch (StorageException e) {
            LOG.warn("copies of {} stay until they are asked for", key, e);
        }
    }
}

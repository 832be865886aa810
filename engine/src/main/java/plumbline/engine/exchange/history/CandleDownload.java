package plumbline.engine.exchange.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import plumbline.engine.exchange.CandlePage;
import plumbline.engine.exchange.Exchange.From;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Covered;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Brings the candles of one series from its venue into the store: those of the time for which the
/// venue was not asked yet, so that what was begun goes on where it stopped. What was answered is
/// stored a few pages at a time, also when the rest fails or is cancelled.
///
/// Where candles are missing between others the venue is asked once more; what it does not have
/// then either was an outage of its own.
///
/// One instance for one download; blocking, not for the FX thread.
public final class CandleDownload {
    /// Pages are stored together until there are so many candles, or so much time has gone by.
    private static final int BATCH = 20_000;

    private static final long BATCH_NS = 1_500_000_000L;

    /// The longest outages of exchanges are of days.
    private static final long LOOK_BACK = 10_000;

    /// Holes that lie so many candles apart at most are asked for at once.
    private static final int SPAN = 500;

    /// More than this are how a market is that is seldom traded.
    private static final int MOST_SPANS = 100;

    private final VenueSeries series;
    private final CandleRepository store;
    private final String source;
    private final SeriesKey key;
    private final Timeframe timeframe;
    private final Listener listener;
    private final BooleanSupplier cancelled;
    private final List<TimeRange> asked = new ArrayList<>();
    private final List<TimeRange> outages = new ArrayList<>();
    private final List<TimeRange> holes = new ArrayList<>();
    private UpsertResult stored = new UpsertResult(0, 0, 0);
    private long pages;

    /// Is told how far a download is. Called by the thread that downloads.
    @FunctionalInterface
    public interface Listener {
        /// @param doneMs of the time that was to be downloaded
        /// @param allMs of it
        /// @param candles stored so far
        void at(long doneMs, long allMs, long candles);
    }

    /// What came of a download.
    ///
    /// @param pages how many answers it took
    /// @param outages where the venue has nothing, though it was asked twice
    /// @param unsure how many more holes there are, for which it was not asked again
    public record Outcome(UpsertResult stored, long pages, List<TimeRange> outages, int unsure) {
        public Outcome {
            outages = List.copyOf(outages);
        }

        Outcome and(Outcome next) {
            List<TimeRange> both = new ArrayList<>(outages);
            both.addAll(next.outages);
            return new Outcome(
                    stored.plus(next.stored), pages + next.pages, both, unsure + next.unsure);
        }
    }

    /// The time that was wanted.
    List<TimeRange> asked() {
        return asked;
    }

    /// Where to, and who is told.
    ///
    /// @param source noted with the candles
    /// @param cancelled looked at between two answers
    public record Ends(
            CandleRepository store, String source, Listener listener, BooleanSupplier cancelled) {}

    public CandleDownload(VenueSeries series, Ends ends) {
        this.series = series;
        this.timeframe = series.timeframe();
        this.key = series.key();
        this.store = ends.store();
        this.source = ends.source();
        this.listener = ends.listener();
        this.cancelled = ends.cancelled();
    }

    /// Downloads what is missing within a range, up to the last finished candle.
    ///
    /// @throws CancellationException if it was cancelled; what had come is stored
    /// @throws InterruptedException the same for a thread that is interrupted
    public Outcome run(TimeRange wanted) throws InterruptedException {
        return run(missing(past(wanted)));
    }

    /// Downloads what is missing, the newest page of it before all others: there is something to
    /// look at as soon as it is stored.
    ///
    /// @param shown told when it is, or was before
    public Outcome newestFirst(TimeRange wanted, Runnable shown) throws InterruptedException {
        List<TimeRange> missing = missing(past(wanted));
        if (!missing.isEmpty()) {
            requireGoOn();
            CandlePage page = page(missing.getLast(), From.NEWEST);
            Batch batch = new Batch(page.complete().fromMs());
            batch.add(page);
            batch.store();
        }
        if (store.info(key).isPresent()) {
            shown.run();
        }
        return run(wanted);
    }

    /// Downloads a range whether it was asked for before or not.
    public Outcome again(TimeRange wanted) throws InterruptedException {
        TimeRange past = past(wanted);
        return run(past.isEmpty() ? List.of() : List.of(past));
    }

    /// The part of a range that has happened, so that progress is a part of what there is to do.
    private TimeRange past(TimeRange wanted) {
        long now = timeframe.openOf(series.exchange().clock().millis());
        long to = Math.clamp(now, wanted.fromMs(), wanted.toMs());
        TimeRange past = new TimeRange(wanted.fromMs(), to);
        asked.add(past);
        return past;
    }

    private Outcome run(List<TimeRange> missing) throws InterruptedException {
        long all = missing.stream().mapToLong(r -> r.toMs() - r.fromMs()).sum();
        long before = 0;
        for (TimeRange part : missing) {
            stretch(part, before, all);
            before += part.toMs() - part.fromMs();
        }
        return finish(all);
    }

    /// Downloads what is missing between candles that are stored, though it was asked for before.
    ///
    /// @param gaps oldest first
    public Outcome fill(List<TimeRange> gaps) throws InterruptedException {
        holes.addAll(gaps);
        return finish(gaps.stream().mapToLong(gap -> gap.toMs() - gap.fromMs()).sum());
    }

    private Outcome finish(long all) throws InterruptedException {
        List<TimeRange> spans = spans();
        int asked = Math.min(spans.size(), MOST_SPANS);
        for (TimeRange span : spans.subList(0, asked)) {
            askAgain(span);
        }
        listener.at(all, all, candles());
        return outcome();
    }

    /// What has come of it so far.
    Outcome outcome() {
        return new Outcome(stored, pages, outages, holes.size());
    }

    /// Spans of time that fit into one answer and hold all holes.
    private List<TimeRange> spans() {
        List<TimeRange> spans = new ArrayList<>();
        holes.sort(Comparator.comparingLong(TimeRange::fromMs));
        for (TimeRange hole : holes) {
            TimeRange last = spans.isEmpty() ? null : spans.getLast();
            if (last != null && timeframe.steps(last.fromMs(), hole.toMs()) <= SPAN) {
                spans.set(spans.size() - 1, new TimeRange(last.fromMs(), hole.toMs()));
            } else {
                spans.add(hole);
            }
        }
        return spans;
    }

    /// The parts of a range for which the venue was not asked yet, oldest first.
    private List<TimeRange> missing(TimeRange wanted) {
        List<TimeRange> missing = List.of(wanted);
        for (Covered covered : store.coverage(key)) {
            missing = missing.stream().flatMap(r -> r.minus(covered.range()).stream()).toList();
        }
        return missing.stream().filter(r -> !r.isEmpty()).toList();
    }

    private void stretch(TimeRange part, long before, long all) throws InterruptedException {
        Batch batch = new Batch(part.fromMs());
        batch.lastMs = lastBefore(part.fromMs());
        try {
            while (batch.toMs < part.toMs()) {
                requireGoOn();
                CandlePage page = page(new TimeRange(batch.toMs, part.toMs()), From.OLDEST);
                if (page.complete().isEmpty()) {
                    break; // the rest has not happened yet
                }
                batch.add(page);
                listener.at(before + batch.toMs - part.fromMs(), all, candles() + batch.size);
            }
        } finally {
            batch.store();
        }
        seam(batch);
    }

    /// A hole may also lie before what was stored already.
    private void seam(Batch batch) {
        long behind = batch.toMs;
        if (batch.lastMs == Long.MIN_VALUE
                || store.coverage(key).stream().noneMatch(c -> c.range().contains(behind))) {
            return;
        }
        CandleSeries after =
                store.load(key, new TimeRange(behind, behind + LOOK_BACK * timeframe.millis()));
        if (!after.isEmpty()) {
            batch.follow(after.firstOpenMs());
        }
    }

    /// When the stored candle opened after which a stretch goes on, if there is one not long before
    /// it: a hole may lie on both sides of where a download stopped.
    private long lastBefore(long fromMs) {
        if (store.coverage(key).stream().noneMatch(c -> c.range().toMs() == fromMs)) {
            return Long.MIN_VALUE;
        }
        CandleSeries before =
                store.load(key, new TimeRange(fromMs - LOOK_BACK * timeframe.millis(), fromMs));
        return before.isEmpty() ? Long.MIN_VALUE : before.lastOpenMs();
    }

    private CandlePage page(TimeRange range, From from) throws InterruptedException {
        pages++;
        return series.candles(range, from);
    }

    /// Asks once more for a span with holes; what is missing then, too, was an outage.
    private void askAgain(TimeRange span) throws InterruptedException {
        List<CandleSeries> found = new ArrayList<>();
        long at = span.fromMs();
        while (at < span.toMs()) {
            requireGoOn();
            CandlePage page = page(new TimeRange(at, span.toMs()), From.OLDEST);
            if (page.complete().isEmpty()) {
                break; // the rest has not happened yet
            }
            put(page.candles(), page.complete());
            found.add(page.candles());
            at = page.complete().toMs();
        }
        TimeRange asked = new TimeRange(span.fromMs(), Math.min(at, span.toMs()));
        CandleSeries came = CandleSeries.joined(found);
        holes.stream()
                .filter(hole -> isWithin(hole, asked))
                .forEach(hole -> outages.addAll(left(hole, came)));
        holes.removeIf(hole -> isWithin(hole, asked));
    }

    private static boolean isWithin(TimeRange hole, TimeRange asked) {
        return hole.fromMs() >= asked.fromMs() && hole.toMs() <= asked.toMs();
    }

    private List<TimeRange> left(TimeRange hole, CandleSeries found) {
        List<TimeRange> left = List.of(hole);
        for (long open : found.between(hole).openTime()) {
            TimeRange there = new TimeRange(open, timeframe.next(open));
            left = left.stream().flatMap(part -> part.minus(there).stream()).toList();
        }
        return left;
    }

    private void put(CandleSeries candles, TimeRange asked) {
        stored = stored.plus(store.upsert(key, candles, asked, source));
    }

    private long candles() {
        return (long) stored.inserted() + stored.updated() + stored.unchanged();
    }

    private void requireGoOn() throws InterruptedException {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled; what had come is stored");
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted; what had come is stored");
        }
    }

    /// Pages that follow each other and are stored together.
    private final class Batch {
        private final List<CandleSeries> parts = new ArrayList<>();
        private long fromMs;
        private long toMs;
        private long lastMs = Long.MIN_VALUE;
        private int size;

        private long sinceNs = System.nanoTime();

        Batch(long fromMs) {
            this.fromMs = fromMs;
            this.toMs = fromMs;
        }

        void add(CandlePage page) {
            parts.add(page.candles());
            size += page.candles().size();
            toMs = page.complete().toMs();
            for (long open : page.candles().openTime()) {
                follow(open);
            }
            if (size >= BATCH || System.nanoTime() - sinceNs > BATCH_NS) {
                store();
            }
        }

        /// The next candle opens then.
        void follow(long open) {
            if (lastMs != Long.MIN_VALUE && timeframe.next(lastMs) < open) {
                holes.add(new TimeRange(timeframe.next(lastMs), open));
            }
            lastMs = open;
        }

        void store() {
            if (toMs > fromMs) {
                put(CandleSeries.joined(parts), new TimeRange(fromMs, toMs));
                parts.clear();
                size = 0;
                fromMs = toMs;
            }
            sinceNs = System.nanoTime();
        }
    }
}

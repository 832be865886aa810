package plumbline.engine.exchange.history;

import java.util.List;
import java.util.function.BooleanSupplier;
import plumbline.engine.exchange.history.CandleDownload.Ends;
import plumbline.engine.exchange.history.CandleDownload.Listener;
import plumbline.engine.exchange.history.CandleDownload.Outcome;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.upkeep.AuditLog;
import plumbline.engine.upkeep.DataCheck;

/// Downloads into one store, each with what has to be noted of it: outages in the ledger of the
/// series, what came in the log of changes.
///
/// Thread-safe; downloads of different series may go on at the same time.
public final class Downloads {
    /// How the source of simulated candles ends.
    private static final String SIMULATED = " (simulated)";

    private final CandleRepository store;
    private final DataCheck check;
    private final AuditLog audit;
    private final boolean simulated;

    /// What is to be downloaded of a series.
    @FunctionalInterface
    public interface Work {
        Outcome of(CandleDownload download) throws InterruptedException;
    }

    /// @param simulated whether all exchanges are
    public Downloads(CandleRepository store, DataCheck check, AuditLog audit, boolean simulated) {
        this.store = store;
        this.check = check;
        this.audit = audit;
        this.simulated = simulated;
    }

    /// Downloads candles of one series.
    ///
    /// @param cancelled looked at between two answers
    /// @throws IllegalStateException if what is stored is real and this is not, or the other way
    ///   round; nothing was asked then
    public Outcome run(VenueSeries series, Work work, Listener listener, BooleanSupplier cancelled)
            throws InterruptedException {
        String source = source(series);
        SeriesKey key = series.key();
        requireOneWorld(key);
        CandleDownload download =
                new CandleDownload(series, new Ends(store, source, listener, cancelled));
        try {
            work.of(download);
        } finally {
            note(key, source, download.outcome(), cancelled);
        }
        return withoutOpenGaps(series, download, listener, cancelled);
    }

    /// An earlier download may have been cut off before it could ask again for what was missing.
    private Outcome withoutOpenGaps(
            VenueSeries series, CandleDownload first, Listener listener, BooleanSupplier cancelled)
            throws InterruptedException {
        SeriesKey key = series.key();
        SeriesInfo info = store.info(key).orElse(null);
        List<TimeRange> open =
                info == null
                        ? List.of()
                        : check.gaps(info, cancelled).standing().open().stream()
                                .map(gap -> new TimeRange(gap.fault().fromMs(), gap.fault().toMs()))
                                .filter(gap -> first.asked().stream().anyMatch(gap::overlaps))
                                .toList();
        if (open.isEmpty() || first.outcome().unsure() > 0) {
            return first.outcome();
        }
        String source = source(series);
        CandleDownload second =
                new CandleDownload(series, new Ends(store, source, listener, cancelled));
        try {
            second.fill(open);
        } finally {
            note(key, source, second.outcome(), cancelled);
        }
        return first.outcome().and(second.outcome());
    }

    private String source(VenueSeries series) {
        return series.exchange().venue() + (simulated ? SIMULATED : "");
    }

    /// Nobody must take simulated candles for those of the world.
    private void requireOneWorld(SeriesKey key) {
        boolean mixed =
                store.coverage(key).stream()
                        .anyMatch(covered -> covered.source().endsWith(SIMULATED) != simulated);
        if (mixed) {
            throw new IllegalStateException(
                    key
                            + (simulated
                                    ? " holds candles that are real, and exchanges are simulated now"
                                    : " holds candles of a simulated exchange, and exchanges are real now")
                            + "; nothing was asked, for the two must not be mixed. Use another home"
                            + " folder for test mode (--home), or delete the series first");
        }
    }

    private void note(SeriesKey key, String source, Outcome outcome, BooleanSupplier cancelled) {
        SeriesInfo info = store.info(key).orElse(null);
        if (info != null && !outcome.outages().isEmpty()) {
            check.gaps(info, cancelled);
            outcome.outages().forEach(outage -> check.confirm(key, outage));
        }
        if (outcome.stored().inserted() + outcome.stored().updated() > 0) {
            audit.add(
                    "fetch",
                    key.toString(),
                    outcome.stored().inserted()
                            + " candles added, "
                            + outcome.stored().updated()
                            + " changed, from "
                            + source);
        }
    }
}

package plumbline.engine.upkeep;

import static java.util.stream.Collectors.toSet;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.DataIssue.State;
import plumbline.engine.market.Gap;
import plumbline.engine.market.IssueRepository;
import plumbline.engine.market.IssueRepository.Settled;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.SeriesScan;
import plumbline.engine.market.SeriesVerdict;
import plumbline.engine.market.TimeRange;

/// Looks for faults in what is stored, brings the ledger up to date, and notes in the log that it
/// was done.
///
/// Threads: any thread but the FX thread; the calls block.
public final class DataCheck {
    /// What a full check looks for; a conflict of sources is known only when it happens.
    private static final Set<Kind> ALL_BUT_CONFLICTS =
            EnumSet.complementOf(EnumSet.of(Kind.CONFLICT));

    private static final String OWN_LOSS = ": damaged and put aside; import them again";

    private final CandleRepository candles;
    private final IssueRepository issues;
    private final AuditLog audit;

    public DataCheck(CandleRepository candles, IssueRepository issues, AuditLog audit) {
        this.candles = candles;
        this.issues = issues;
        this.audit = audit;
    }

    /// A series and what was found in it.
    ///
    /// @param standing what the ledger says of it now
    public record Checked(
            SeriesInfo series, SeriesVerdict verdict, Settled settled, Standing standing) {
        /// What is wrong: all that was found without gaps that are confirmed, and without time that
        /// was never asked for.
        public List<Fault> faults() {
            // the ledger may know why something is missing
            Map<TimeRange, Fault> open = new HashMap<>();
            standing.open().forEach(i -> open.put(range(i.fault()), i.fault()));
            return verdict.faults().stream()
                    .filter(f -> f.kind() != Kind.UNASKED)
                    .filter(f -> f.kind() != Kind.GAP || open.containsKey(range(f)))
                    .map(f -> f.kind() == Kind.GAP ? open.getOrDefault(range(f), f) : f)
                    .toList();
        }
    }

    /// A series with its gaps as the ledger has them.
    ///
    /// @param months how many candles open in each month, UTC
    public record Gaps(SeriesInfo series, Standing standing, Map<YearMonth, Long> months) {}

    /// The open issues of series of which no candle is left, such as one that was put aside whole.
    public List<DataIssue> ofEmptySeries() {
        Set<SeriesKey> there = candles.list().stream().map(SeriesInfo::key).collect(toSet());
        return issues.series(EnumSet.of(State.OPEN)).stream()
                .filter(key -> !there.contains(key))
                .flatMap(key -> issues.list(key, EnumSet.of(State.OPEN)).stream())
                .toList();
    }

    /// Checks series one after the other and notes it in the log; what was checked before a
    /// cancellation is in the ledger.
    ///
    /// @throws CancellationException if `cancelled` says so
    public List<Checked> verify(
            List<SeriesInfo> series, Progress progress, BooleanSupplier cancelled) {
        List<Checked> checked = new ArrayList<>();
        long all = series.stream().mapToLong(SeriesInfo::candles).sum();
        long done = 0;
        for (SeriesInfo one : series) {
            progress.at("checking " + one.key(), done, all);
            checked.add(verify(one, cancelled));
            done += one.candles();
        }
        progress.at("checked", all, all);
        if (!checked.isEmpty()) {
            String subject =
                    series.size() == 1
                            ? series.getFirst().key().toString()
                            : series.size() + " series";
            audit.add(LastVerify.ACTION, subject, LastVerify.detail(checked));
        }
        return checked;
    }

    private Checked verify(SeriesInfo one, BooleanSupplier cancelled) {
        SeriesVerdict found = candles.verify(one.key(), cancelled);
        List<Fault> faults = toldApart(one, found.faults());
        Settled settled = issues.settle(one.key(), ALL_BUT_CONFLICTS, faults);
        return new Checked(
                one,
                new SeriesVerdict(found.candles(), found.blocks(), faults, found.notes()),
                settled,
                Standing.of(issues, one.key()));
    }

    /// Looks for gaps only, which is quick, and gives those that stand.
    public Gaps gaps(SeriesInfo series, BooleanSupplier cancelled) {
        SeriesKey key = series.key();
        SeriesScan scan = new SeriesScan(key.timeframe());
        MonthCount months = new MonthCount();
        candles.stream(
                key,
                TimeRange.ALL,
                block -> {
                    scan.add(block);
                    months.add(block.openTime());
                },
                cancelled);
        List<Fault> found = scan.gaps().stream().map(SeriesCheck::fault).toList();
        issues.settle(key, EnumSet.of(Kind.GAP, Kind.UNASKED), toldApart(series, found));
        return new Gaps(series, Standing.of(issues, key), months.counts());
    }

    /// Whether candles were there and are damaged: no outage of the source.
    public static boolean isOwnLoss(DataIssue issue) {
        return issue.fault().text().endsWith(OWN_LOSS);
    }

    /// Notes of the open gaps within `range` that the source has nothing for them: outages. What
    /// was lost here is none.
    ///
    /// @return how many there were
    public int confirm(SeriesKey key, TimeRange range) {
        return mark(key, range, State.CONFIRMED, "confirm");
    }

    /// Takes such notes back.
    ///
    /// @return how many there were
    public int reopen(SeriesKey key, TimeRange range) {
        return mark(key, range, State.OPEN, "reopen");
    }

    /// Confirms the gaps that another store has confirmed, where they are here too.
    ///
    /// @return how many there were
    public int confirmAs(IssueRepository other, BooleanSupplier cancelled) {
        int confirmed = 0;
        for (SeriesKey key : other.series(EnumSet.of(State.CONFIRMED))) {
            SeriesInfo here = candles.info(key).orElse(null);
            if (here == null) {
                continue;
            }
            gaps(here, cancelled); // only what stands in the ledger can be confirmed
            for (DataIssue issue : other.list(key, EnumSet.of(State.CONFIRMED))) {
                confirmed += issues.mark(key, Kind.GAP, range(issue.fault()), State.CONFIRMED);
            }
        }
        return confirmed;
    }

    private int mark(SeriesKey key, TimeRange range, State state, String action) {
        int marked = 0;
        for (DataIssue issue : issues.list(key, state.from())) {
            TimeRange gap = range(issue.fault());
            if (range.fromMs() <= gap.fromMs() && gap.toMs() <= range.toMs() && !isOwnLoss(issue)) {
                marked += issues.mark(key, Kind.GAP, gap, state);
            }
        }
        if (marked > 0) {
            audit.add(action, key.toString(), marked + (marked == 1 ? " gap" : " gaps"));
        }
        return marked;
    }

    /// Puts aside what is damaged in a series. The ledger has its time as a gap from then on, until
    /// the candles are there again.
    ///
    /// @return the times that were put aside
    public List<TimeRange> repair(SeriesKey key, BooleanSupplier cancelled) {
        List<TimeRange> aside = candles.putAside(key);
        for (TimeRange range : aside) {
            if (candles.load(key, range).isEmpty()) {
                noteLost(key, range);
            }
        }
        candles.info(key).ifPresent(left -> verify(left, cancelled));
        return aside;
    }

    private void noteLost(SeriesKey key, TimeRange range) {
        long to = Math.max(range.toMs(), key.timeframe().next(range.fromMs()));
        long lost = key.timeframe().opens(new TimeRange(range.fromMs(), to));
        String text = SeriesCheck.missing(lost) + OWN_LOSS;
        issues.note(key, new Fault(Kind.GAP, range.fromMs(), to, lost, text));
    }

    private List<Fault> toldApart(SeriesInfo series, List<Fault> faults) {
        SeriesKey key = series.key();
        List<Fault> told = new ArrayList<>(lostAtTheEnds(series));
        told.addAll(
                faults.stream().noneMatch(f -> f.kind() == Kind.GAP)
                        ? faults
                        : new UnaskedTime(key.timeframe(), candles.coverage(key))
                                .toldApart(faults));
        return told;
    }

    /// Gaps that are known and lie before the first candle or after the last one: no scan of the
    /// candles can find them again.
    private List<Fault> lostAtTheEnds(SeriesInfo series) {
        return Standing.of(issues, series.key()).gaps().stream()
                .map(DataIssue::fault)
                .flatMap(gap ->
                        range(gap).minus(span(series)).stream().map(part -> cut(series, gap, part)))
                .toList();
    }

    private static Fault cut(SeriesInfo series, Fault gap, TimeRange part) {
        return part.equals(range(gap))
                ? gap
                : SeriesCheck.fault(
                        new Gap(part.fromMs(), part.toMs(), series.key().timeframe().opens(part)));
    }

    private static TimeRange span(SeriesInfo series) {
        return series.candles() == 0
                ? new TimeRange(0, 0)
                : new TimeRange(
                        series.firstOpenMs(), series.key().timeframe().next(series.lastOpenMs()));
    }

    private static TimeRange range(Fault fault) {
        return new TimeRange(fault.fromMs(), fault.toMs());
    }
}

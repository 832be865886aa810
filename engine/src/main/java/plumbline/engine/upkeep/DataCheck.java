package plumbline.engine.upkeep;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.DataIssue;
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

/// Looks for faults in what is stored and brings the ledger up to date.
///
/// Threads: any thread but the FX thread; the calls block.
public final class DataCheck {
    /// What a full check looks for; a conflict of sources is known only when it happens.
    private static final Set<Kind> ALL_BUT_CONFLICTS =
            EnumSet.complementOf(EnumSet.of(Kind.CONFLICT));

    private final CandleRepository candles;
    private final IssueRepository issues;

    public DataCheck(CandleRepository candles, IssueRepository issues) {
        this.candles = candles;
        this.issues = issues;
    }

    /// A series and what was found in it.
    public record Checked(SeriesInfo series, SeriesVerdict verdict, Settled settled) {}

    /// A series with its gaps as the ledger has them.
    ///
    /// @param gaps for which the source was asked
    /// @param unasked for which nobody asked
    public record Gaps(SeriesInfo series, List<DataIssue> gaps, List<DataIssue> unasked) {
        /// How many candles are missing in the gaps.
        public long missing() {
            return gaps.stream().mapToLong(g -> g.fault().candles()).sum();
        }
    }

    /// Checks series one after the other; what was checked before a cancellation is in the ledger.
    ///
    /// @throws CancellationException if `cancelled` says so
    public List<Checked> verify(
            List<SeriesInfo> series, Progress progress, BooleanSupplier cancelled) {
        List<Checked> checked = new ArrayList<>();
        long all = series.stream().mapToLong(SeriesInfo::candles).sum();
        long done = 0;
        for (SeriesInfo one : series) {
            progress.at("checking " + one.key(), done, all);
            SeriesVerdict found = candles.verify(one.key(), cancelled);
            SeriesVerdict verdict =
                    new SeriesVerdict(
                            found.candles(), found.blocks(), toldApart(one.key(), found.faults()));
            Settled settled = issues.settle(one.key(), ALL_BUT_CONFLICTS, verdict.faults());
            checked.add(new Checked(one, verdict, settled));
            done += one.candles();
        }
        progress.at("checked", all, all);
        return checked;
    }

    /// Looks for gaps only, which is quick, and gives those that stand.
    public Gaps gaps(SeriesInfo series, BooleanSupplier cancelled) {
        SeriesKey key = series.key();
        SeriesScan scan = new SeriesScan(key.timeframe());
        candles.stream(key, TimeRange.ALL, scan::add, cancelled);
        List<Fault> found = scan.gaps().stream().map(SeriesCheck::fault).toList();
        issues.settle(key, EnumSet.of(Kind.GAP, Kind.UNASKED), toldApart(key, found));
        List<DataIssue> standing =
                issues.list(key, EnumSet.of(DataIssue.State.OPEN, DataIssue.State.CONFIRMED));
        return new Gaps(series, of(Kind.GAP, standing), of(Kind.UNASKED, standing));
    }

    private static List<DataIssue> of(Kind kind, List<DataIssue> issues) {
        return issues.stream().filter(i -> i.fault().kind() == kind).toList();
    }

    private List<Fault> toldApart(SeriesKey key, List<Fault> faults) {
        return faults.stream().noneMatch(f -> f.kind() == Kind.GAP)
                ? faults
                : new UnaskedTime(key.timeframe(), candles.coverage(key)).toldApart(faults);
    }
}

package plumbline.ui.data;

import java.util.List;
import plumbline.engine.market.Covered;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;

/// A stored series as the coverage shows it.
///
/// @param gaps that stand, how many
/// @param open of them, not known to be outages
/// @param missing candles in the gaps
/// @param faults other than gaps that stand
/// @param looked whether its gaps are known
/// @param problem why they cannot be known, empty if they can
record SeriesRow(
        SeriesInfo series,
        List<Covered> coverage,
        Months months,
        int gaps,
        int open,
        long missing,
        int faults,
        boolean looked,
        String problem) {

    /// @param issues open and confirmed ones
    static SeriesRow of(
            SeriesInfo series,
            List<Covered> coverage,
            List<DataIssue> issues,
            boolean looked,
            String problem) {
        List<DataIssue> gaps = issues.stream().filter(i -> i.fault().kind().isMissing()).toList();
        return new SeriesRow(
                series,
                coverage,
                Months.of(series, coverage, gaps.stream().map(DataIssue::fault).toList()),
                gaps.size(),
                (int) gaps.stream().filter(i -> i.state() == DataIssue.State.OPEN).count(),
                gaps.stream().mapToLong(i -> i.fault().candles()).sum(),
                issues.size() - gaps.size(),
                looked,
                problem);
    }

    SeriesKey key() {
        return series.key();
    }

    /// Whether verifying it would be the next thing to do.
    boolean isFaulty() {
        return faults > 0 || !problem.isEmpty();
    }
}

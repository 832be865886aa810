package plumbline.ui.data;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import plumbline.engine.market.Covered;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.upkeep.Standing;

/// A stored series as the coverage shows it.
///
/// @param standing its gaps and faults
/// @param looked whether its gaps are known
/// @param problem why they cannot be known, empty if they can
record SeriesRow(
        SeriesInfo series,
        List<Covered> coverage,
        Months months,
        Standing standing,
        boolean looked,
        String problem) {

    /// @param counted the candles of each month as they were counted; empty if that was not
    ///   necessary
    static SeriesRow of(
            SeriesInfo series,
            List<Covered> coverage,
            Standing standing,
            boolean looked,
            String problem,
            Map<YearMonth, Long> counted) {
        return new SeriesRow(
                series,
                coverage,
                Months.of(series, coverage, standing.holes(), counted),
                standing,
                looked,
                problem);
    }

    /// Gaps that nobody has confirmed, how many.
    int open() {
        return standing.open().size();
    }

    /// Faults other than gaps.
    int faults() {
        return standing.others().size();
    }

    SeriesKey key() {
        return series.key();
    }

    /// Whether verifying it would be the next thing to do.
    boolean isFaulty() {
        return faults() > 0 || !problem.isEmpty();
    }
}

package plumbline.ui.data;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.DataIssue.State;
import plumbline.engine.market.IssueRepository;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.engine.upkeep.DataCheck;
import plumbline.engine.upkeep.Standing;

/// Reads what the coverage shows. Candles are read only of series whose gaps are not known yet.
///
/// Threads: background; one caller at a time.
final class CoverageReader {
    static final Set<State> STANDING = EnumSet.of(State.OPEN, State.CONFIRMED);

    private final CandleRepository candles;
    private final IssueRepository issues;
    private final DataCheck check;

    /// What was looked at in this session, with what came out: "" or why it could not be read.
    private final Map<SeriesKey, Looked> looked = new HashMap<>();

    private record Looked(SeriesInfo series, String problem, Map<YearMonth, Long> months) {}

    CoverageReader(DataServices services) {
        this.candles = services.candles();
        this.issues = services.issues();
        this.check = services.check();
    }

    /// Every series, as far as it is known without reading candles.
    synchronized List<SeriesRow> rows() {
        List<SeriesRow> rows = new ArrayList<>();
        for (SeriesInfo series : candles.list()) {
            rows.add(row(series));
        }
        return rows;
    }

    private SeriesRow row(SeriesInfo series) {
        Standing standing = Standing.of(issues, series.key());
        Looked before = looked.get(series.key());
        String problem = before != null && before.series().equals(series) ? before.problem() : null;
        Map<YearMonth, Long> counted =
                problem == null || before == null ? Map.of() : before.months();
        boolean known = problem != null || Months.isAccountedFor(series, standing.holes());
        return SeriesRow.of(
                series,
                candles.coverage(series.key()),
                standing,
                known,
                problem == null ? "" : problem,
                counted);
    }

    /// Looks for the gaps of a series by reading its candles.
    ///
    /// @return `null` if the series is not there any more
    synchronized @Nullable SeriesRow look(SeriesKey key, BooleanSupplier cancelled) {
        SeriesInfo series = candles.info(key).orElse(null);
        if (series == null) {
            return null;
        }
        String problem = "";
        Map<YearMonth, Long> months = Map.of();
        try {
            months = check.gaps(series, cancelled).months();
        } catch (StorageException e) { // damaged: said in its row, the others go on
            problem = ErrorText.of(e);
        }
        looked.put(key, new Looked(series, problem, months));
        return row(series);
    }

    /// Forgets what was looked at: a check or a repair may have changed it.
    synchronized void forget() {
        looked.clear();
    }

    /// The ledger of a series, newest time first.
    List<DataIssue> ledger(SeriesKey key, boolean resolvedToo) {
        Set<State> states = resolvedToo ? EnumSet.allOf(State.class) : STANDING;
        return issues.list(key, states).reversed();
    }
}

package plumbline.engine.upkeep;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/// How many candles open in each month, counted as they come.
///
/// Not thread-safe.
final class MonthCount {
    private final Map<YearMonth, Long> counts = new TreeMap<>();
    private YearMonth month = YearMonth.of(1970, 1);
    private long from;
    private long to;

    void add(long[] openTimes) {
        long here = 0;
        for (long time : openTimes) {
            if (time < from || time >= to) {
                keep(here);
                here = 0;
                month = YearMonth.from(Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC));
                from = start(month);
                to = start(month.plusMonths(1));
            }
            here++;
        }
        keep(here);
    }

    private void keep(long count) {
        if (count > 0) {
            counts.merge(month, count, Long::sum);
        }
    }

    private static long start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    Map<YearMonth, Long> counts() {
        return Map.copyOf(counts);
    }
}

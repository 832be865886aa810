package plumbline.engine.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import plumbline.engine.portfolio.EquityCurve;

/// Returns of an equity curve by calendar month (UTC) and by year: the equity at the last close of
/// the month against that of the month before, the starting cash for the first.
///
/// @param months return of each month that has a candle
/// @param years return of each year that has a candle
/// @param lastIsPartial whether the data ends before the last month does
public record MonthlyReturns(
        SortedMap<YearMonth, Double> months,
        SortedMap<Integer, Double> years,
        boolean lastIsPartial) {

    /// @param endMs close of the last candle
    public static MonthlyReturns of(EquityCurve curve, long endMs) {
        SortedMap<YearMonth, Double> months = new TreeMap<>();
        SortedMap<Integer, Double> years = new TreeMap<>();
        double beforeMonth = curve.startingCash();
        double beforeYear = curve.startingCash();
        List<Integer> ends = monthEnds(curve);
        for (int k = 0; k < ends.size(); k++) {
            int i = ends.get(k);
            double worth = curve.equity()[i];
            YearMonth month = YearMonth.from(date(curve.openTime()[i]));
            months.put(month, worth / beforeMonth - 1);
            beforeMonth = worth;
            boolean yearEnds =
                    k + 1 == ends.size()
                            || date(curve.openTime()[ends.get(k + 1)]).getYear() != month.getYear();
            if (yearEnds) {
                years.put(month.getYear(), worth / beforeYear - 1);
                beforeYear = worth;
            }
        }
        boolean partial = date(endMs).getDayOfMonth() != 1;
        return new MonthlyReturns(months, years, partial);
    }

    private static List<Integer> monthEnds(EquityCurve curve) {
        List<Integer> ends = new ArrayList<>();
        long[] time = curve.openTime();
        for (int i = 0; i < time.length; ) {
            long next =
                    date(time[i])
                            .withDayOfMonth(1)
                            .plusMonths(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli();
            while (i < time.length && time[i] < next) {
                i++;
            }
            ends.add(i - 1);
        }
        return ends;
    }

    private static LocalDate date(long timeMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), ZoneOffset.UTC);
    }
}

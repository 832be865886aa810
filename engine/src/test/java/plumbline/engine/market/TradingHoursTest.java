package plumbline.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.engine.market.SeriesCheck.Fault;

/// Markets that do not trade around the clock, built from the published hours of exchanges.
class TradingHoursTest {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final TreeSet<Long> times = new TreeSet<>();

    /// Candles from `open` to `close` local time on each day for which `trades` holds.
    private void sessions(
            List<LocalDate> days,
            ZoneId zone,
            String open,
            String close,
            int minutes,
            Predicate<LocalDate> trades) {
        for (LocalDate day : days) {
            if (trades.test(day)) {
                ZonedDateTime at = day.atTime(LocalTime.parse(open)).atZone(zone);
                ZonedDateTime end = day.atTime(LocalTime.parse(close)).atZone(zone);
                for (; at.isBefore(end); at = at.plusMinutes(minutes)) {
                    times.add(at.toInstant().toEpochMilli());
                }
            }
        }
    }

    private static boolean isWeekday(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek());
    }

    private SeriesScan scan(Timeframe timeframe) {
        CandleSeries.Builder out = CandleSeries.builder(times.size());
        times.forEach(time -> out.add(time, 1, 1, 1, 1, 1));
        SeriesScan scan = new SeriesScan(timeframe);
        scan.add(out.build());
        return scan;
    }

    /// @param to exclusive
    private static List<LocalDate> days(String from, String to) {
        return day(from).datesUntil(day(to)).toList();
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    @ParameterizedTest
    @CsvSource({"60, 1h", "15, 15m", "5, 5m", "1, 1m"})
    void sharesInNewYorkOverAYearWithBothChangesOfClocks(int minutes, String timeframe) {
        Predicate<LocalDate> trades = day -> isWeekday(day) && !isNyseHoliday(day);
        sessions(days("2023-01-03", "2024-01-03"), NEW_YORK, "09:30", "16:00", minutes, trades);

        SeriesScan scan = scan(Timeframe.of(timeframe).orElseThrow());

        assertThat(scan.faults()).isEmpty();
        assertThat(scan.notes())
                .contains("the market rests on Saturday and Sunday")
                .anyMatch(note -> note.contains("it rests every day from"));
    }

    /// The ten days of 2023 on which the NYSE was closed.
    private static boolean isNyseHoliday(LocalDate day) {
        return List.of(
                        "2023-01-02",
                        "2023-01-16",
                        "2023-02-20",
                        "2023-04-07",
                        "2023-05-29",
                        "2023-06-19",
                        "2023-07-04",
                        "2023-09-04",
                        "2023-11-23",
                        "2023-12-25",
                        "2024-01-01")
                .contains(day.toString());
    }

    @Test
    void aMissingHourAndAMissingDayOfASessionAreGaps() {
        sessions(
                days("2024-01-08", "2024-03-01"),
                NEW_YORK,
                "09:30",
                "16:00",
                30,
                day -> isWeekday(day) && !day.equals(day("2024-02-07")) && !isHoliday2024(day));
        times.remove(Instant.parse("2024-01-25T16:00:00Z").toEpochMilli());
        times.remove(Instant.parse("2024-01-25T16:30:00Z").toEpochMilli());

        List<Gap> gaps = scan(Timeframe.M30).gaps();

        assertThat(gaps).extracting(Gap::missing).containsExactly(2L, 13L);
        assertThat(gaps.getFirst().fromMs())
                .isEqualTo(Instant.parse("2024-01-25T16:00:00Z").toEpochMilli());
    }

    private static boolean isHoliday2024(LocalDate day) {
        return Set.of("2024-01-15", "2024-02-19").contains(day.toString());
    }

    @Test
    void aShortFileOverAChangeOfClocksHasNoGap() {
        sessions(
                days("2024-02-26", "2024-03-16"),
                NEW_YORK,
                "09:30",
                "16:30",
                60,
                TradingHoursTest::isWeekday);

        assertThat(scan(Timeframe.H1).faults()).isEmpty();
    }

    @Test
    void currenciesRestFromFridayToSunday() {
        // a week from Sunday 17:00 to Friday 17:00 in New York
        sessions(
                days("2020-01-01", "2020-03-27"),
                NEW_YORK,
                "00:00",
                "17:00",
                60,
                day -> isWeekday(day));
        sessions(
                days("2020-01-01", "2020-03-27"),
                NEW_YORK,
                "17:00",
                "23:59",
                60,
                day ->
                        day.getDayOfWeek() != DayOfWeek.FRIDAY
                                && day.getDayOfWeek() != DayOfWeek.SATURDAY);

        SeriesScan scan = scan(Timeframe.H1);

        assertThat(scan.faults()).isEmpty();
        assertThat(scan.notes()).contains("the market rests on Saturday");
    }

    @Test
    void anOutageOfCurrenciesIsAGap() {
        sessions(
                days("2020-01-01", "2020-03-06"),
                ZoneId.of("UTC"),
                "00:00",
                "22:00",
                60,
                TradingHoursTest::isWeekday);
        sessions(
                days("2020-01-01", "2020-03-06"),
                ZoneId.of("UTC"),
                "22:00",
                "23:59",
                60,
                day ->
                        day.getDayOfWeek() != DayOfWeek.FRIDAY
                                && day.getDayOfWeek() != DayOfWeek.SATURDAY);
        for (int hour = 3; hour < 9; hour++) {
            times.remove(Instant.parse("2020-02-12T0" + hour + ":00:00Z").toEpochMilli());
        }

        assertThat(scan(Timeframe.H1).gaps()).extracting(Gap::missing).containsExactly(6L);
    }

    @Test
    void aMarketWithALunchBreak() {
        sessions(
                days("2024-05-07", "2024-07-10"),
                TOKYO,
                "09:00",
                "11:30",
                15,
                TradingHoursTest::isWeekday);
        sessions(
                days("2024-05-07", "2024-07-10"),
                TOKYO,
                "12:30",
                "15:00",
                15,
                TradingHoursTest::isWeekday);

        assertThat(scan(Timeframe.M15).faults()).isEmpty();
    }

    @Test
    void futuresThatRestAnHourADayAndTheWeekend() {
        ZoneId chicago = ZoneId.of("America/Chicago");
        sessions(
                days("2024-04-01", "2024-06-20"),
                chicago,
                "00:00",
                "16:00",
                30,
                TradingHoursTest::isWeekday);
        sessions(
                days("2024-04-01", "2024-06-20"),
                chicago,
                "17:00",
                "23:59",
                30,
                day ->
                        day.getDayOfWeek() != DayOfWeek.FRIDAY
                                && day.getDayOfWeek() != DayOfWeek.SATURDAY);

        assertThat(scan(Timeframe.M30).faults()).isEmpty();
    }

    @Test
    void daysOfAnotherZoneOverAChangeOfClocks() {
        sessions(
                days("2020-01-01", "2020-12-31"),
                NEW_YORK,
                "00:00",
                "00:01",
                60,
                TradingHoursTest::isWeekday);

        SeriesScan scan = scan(Timeframe.D1);

        assertThat(scan.faults()).isEmpty();
        assertThat(scan.notes()).contains("its candles open 4 h or 5 h after the 1d grid of UTC");
    }

    @Test
    void daysOfAZoneInTheEastRestAtTheirOwnWeekend() {
        sessions(
                days("2024-01-09", "2024-04-20"),
                TOKYO,
                "00:00",
                "00:01",
                60,
                TradingHoursTest::isWeekday);

        SeriesScan scan = scan(Timeframe.D1);

        assertThat(scan.faults()).isEmpty();
        assertThat(scan.notes()).contains("the market rests on Saturday and Sunday");
    }

    @Test
    void whatTradesAroundTheClockHasNoRests() {
        sessions(
                days("2024-01-01", "2024-03-01"),
                ZoneId.of("UTC"),
                "00:00",
                "23:59",
                60,
                day -> true);
        // two outages, one of them over a Saturday, and a holiday
        for (long at = Instant.parse("2024-02-03T00:00:00Z").toEpochMilli();
                at < Instant.parse("2024-02-04T00:00:00Z").toEpochMilli();
                at += 3_600_000) {
            times.remove(at);
        }
        times.remove(Instant.parse("2024-02-19T10:00:00Z").toEpochMilli());

        SeriesScan scan = scan(Timeframe.H1);

        assertThat(scan.gaps()).extracting(Gap::missing).containsExactly(24L, 1L);
        assertThat(scan.notes()).isEmpty();
        assertThat(scan.hours().restsAtWeekends()).isFalse();
    }

    @Test
    void aCandleOffTheGridOfAnOffsetSeriesIsAFault() {
        sessions(
                days("2024-02-26", "2024-03-16"),
                NEW_YORK,
                "09:30",
                "15:30",
                60,
                TradingHoursTest::isWeekday);
        times.add(Instant.parse("2024-03-01T17:41:00Z").toEpochMilli());

        assertThat(scan(Timeframe.H1).faults())
                .extracting(Fault::kind)
                .containsExactly(SeriesCheck.Kind.MISALIGNED);
    }

    /// Dates from the calendars that the exchanges published.
    @ParameterizedTest
    @CsvSource({
        "2024-03-29, true", "2023-04-07, true", "2022-04-15, true", "2024-04-01, true",
        "2022-06-20, true", "2021-07-05, true", "2022-12-26, true", "2023-01-02, true",
        "2024-11-28, true", "2024-05-27, true", "2024-01-16, false", "2024-03-28, false",
        "2020-06-19, false", "2024-12-24, false"
    })
    void holidays(String day, boolean is) {
        assertThat(Holidays.is(LocalDate.parse(day))).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource({"2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2038-04-25"})
    void easter(String sunday) {
        LocalDate day = LocalDate.parse(sunday);

        assertThat(Holidays.easter(day.getYear())).isEqualTo(day);
    }
}

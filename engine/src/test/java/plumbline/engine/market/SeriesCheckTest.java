package plumbline.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesCheckTest {

    @ParameterizedTest
    @CsvSource({
        "10, 12, 9, 11, 0, ''",
        "10, 10, 10, 10, 1, ''",
        "NaN, 12, 9, 11, 1, open is not a number",
        "10, Infinity, 9, 11, 1, high is too large to be a number",
        "10, 12, 9, 11, NaN, volume is not a number",
        "0, 12, 9, 11, 1, 'open must be above 0, is 0.0'",
        "10, 12, 9, -1, 1, 'close must be above 0, is -1.0'",
        "10, 12, 9, 11, -0.5, 'volume must not be below 0, is -0.5'",
        "10, 8, 9, 11, 1, high 8.0 is below low 9.0",
        "13, 12, 9, 11, 1, high 12.0 is below open 13.0",
        "10, 12, 9, 12.5, 1, high 12.0 is below close 12.5",
        "8, 12, 9, 11, 1, low 9.0 is above open 8.0",
        "10, 12, 9, 8.5, 1, low 9.0 is above close 8.5",
    })
    void saysWhichLawOfACandleIsBroken(
            double open, double high, double low, double close, double volume, String fault) {
        String found = SeriesCheck.fault(open, high, low, close, volume);

        assertThat(found == null ? "" : found).isEqualTo(fault);
    }

    private static CandleSeries at(long... times) {
        CandleSeries.Builder out = CandleSeries.builder(times.length);
        for (long time : times) {
            out.add(time, 1, 1, 1, 1, 1);
        }
        return out.build();
    }

    @Test
    void findsEveryGap() {
        CandleSeries minutes = at(0, 60_000, 180_000, 240_000, 600_000);

        assertThat(SeriesCheck.gaps(minutes, Timeframe.M1))
                .containsExactly(new Gap(120_000, 180_000, 1), new Gap(300_000, 600_000, 5));
    }

    @Test
    void countsMonthsByTheCalendar() {
        CandleSeries months =
                at(
                        ms("2024-01-01T00:00:00Z"),
                        ms("2024-02-01T00:00:00Z"),
                        ms("2024-05-01T00:00:00Z"));

        assertThat(SeriesCheck.gaps(months, Timeframe.MONTH1))
                .containsExactly(
                        new Gap(ms("2024-03-01T00:00:00Z"), ms("2024-05-01T00:00:00Z"), 2));
    }

    @Test
    void takesWeekendsForGapsOnlyWhereAMarketIsOpenThen() {
        LocalDate monday = LocalDate.of(2024, 1, 1);
        CandleSeries.Builder shares = CandleSeries.builder(60);
        CandleSeries.Builder crypto = CandleSeries.builder(60);
        for (int i = 0; i < 60; i++) {
            LocalDate day = monday.plusDays(i);
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            boolean missing = i == 15;
            long time = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
            if (!missing && !weekend) {
                shares.add(time, 1, 1, 1, 1, 1);
            }
            if (!missing && (!weekend || i == 5 || i == 6)) {
                crypto.add(time, 1, 1, 1, 1, 1);
            }
        }

        assertThat(SeriesCheck.gaps(shares.build(), Timeframe.D1))
                .containsExactly(
                        new Gap(ms("2024-01-16T00:00:00Z"), ms("2024-01-17T00:00:00Z"), 1));
        assertThat(SeriesCheck.gaps(crypto.build(), Timeframe.D1)).hasSizeGreaterThan(5);
    }

    @Test
    void findsCandlesOffTheGrid() {
        assertThat(SeriesCheck.faults(at(0, 60_000, 121_000), Timeframe.M1))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.kind()).isEqualTo(SeriesCheck.Kind.MISALIGNED);
                    assertThat(fault.fromMs()).isEqualTo(121_000);
                });
    }

    private static long ms(String iso) {
        return Instant.parse(iso).toEpochMilli();
    }
}

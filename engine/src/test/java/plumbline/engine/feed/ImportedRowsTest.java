package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.engine.feed.ImportOptions.OptionException;
import plumbline.engine.market.Timeframe;

/// Rows are judged kindly and truthfully.
class ImportedRowsTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @TempDir Path folder;

    private Path rows(String... times) {
        StringBuilder text = new StringBuilder(Given.HEADER);
        for (int i = 0; i < times.length; i++) {
            text.append(times[i]).append(",1,1,1,1,").append(i + 1).append('\n');
        }
        return Given.file(folder, "rows.csv", text.toString());
    }

    @Test
    void anHourThatTheClocksLeaveOutIsNamedWithItsZone() {
        Path file = rows("2024-03-10 01:30", "2024-03-10 02:30", "2024-03-10 03:30");

        CandleImport.Content content = Given.read(Timeframe.H1, NEW_YORK, file);

        assertThat(content.faults())
                .extracting(FileFault::message)
                .containsExactly(
                        "time '2024-03-10 02:30' does not exist in America/New_York, where the clocks"
                                + " were put forward");
        assertThat(content.candles().size()).isEqualTo(2);
    }

    @Test
    void anHourThatComesTwiceIsToldApartByTheOrderOfTheRows() {
        String[] times = {
            "2020-11-01 00:30", "2020-11-01 01:30", "2020-11-01 01:30", "2020-11-01 02:30"
        };
        String[] newestFirst = {times[3], times[2], times[1], times[0]};

        long[] ascending = Given.read(Timeframe.H1, NEW_YORK, rows(times)).candles().openTime();
        long[] descending =
                Given.read(Timeframe.H1, NEW_YORK, rows(newestFirst)).candles().openTime();

        assertThat(ascending)
                .containsExactly(
                        ms("2020-11-01T04:30:00Z"),
                        ms("2020-11-01T05:30:00Z"),
                        ms("2020-11-01T06:30:00Z"),
                        ms("2020-11-01T07:30:00Z"));
        assertThat(descending).isEqualTo(ascending);
    }

    private static long ms(String iso) {
        return Instant.parse(iso).toEpochMilli();
    }

    @Test
    void theCandleThatIsStillTradedIsLeftOutAndNoted() throws Exception {
        CandleImport.Content content =
                Given.days(Instant.parse("2024-01-03T12:00:00Z"))
                        .read(
                                List.of(rows("2024-01-01", "2024-01-02", "2024-01-03")),
                                () -> false,
                                _ -> {});

        assertThat(content.candles().size()).isEqualTo(2);
        assertThat(content.notes())
                .containsExactly(
                        "the last candle, of 2024-01-03T00:00:00Z, is not finished yet and was left"
                                + " out");
    }

    @Test
    void aSingleShortStepIsNotedAndRefusesNothing() {
        CandleImport.Content content =
                Given.read(
                        Timeframe.H1,
                        rows(
                                "2024-01-01T00:00",
                                "2024-01-01T01:00",
                                "2024-01-01T02:00",
                                "2024-01-01T02:20",
                                "2024-01-01T04:00"));

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().size()).isEqualTo(5);
        assertThat(content.notes()).anyMatch(note -> note.contains("1 row comes less than 1h"));
    }

    /// The close of a candle, as the moment after it, its last second or its last millisecond.
    @ParameterizedTest
    @CsvSource({
        "2024-01-02T00:00:00Z, 2024-01-03T00:00:00Z, 2024-01-04T00:00:00Z",
        "2024-01-01T23:59:59Z, 2024-01-02T23:59:59Z, 2024-01-03T23:59:59Z",
        "2024-01-01T23:59:59.999Z, 2024-01-02T23:59:59.999Z, 2024-01-03T23:59:59.999Z"
    })
    void timesOfClosesBecomeTimesOfOpens(String first, String second, String third) {
        ImportOptions closes = new ImportOptions("", "", "", "", "close", "", "");

        CandleImport.Content content =
                Given.read(Optional.of(Timeframe.D1), closes, rows(first, second, third));

        assertThat(content.candles().firstOpenMs()).isEqualTo(ms("2024-01-01T00:00:00Z"));
        assertThat(content.candles().lastOpenMs()).isEqualTo(ms("2024-01-03T00:00:00Z"));
    }

    @Test
    void whatStaysOpenIsRefusedWithTheOptionThatSettlesIt() {
        Path open = rows("03/04/2024", "04/04/2024", "05/04/2024");

        assertThat(Given.faultsOf(Timeframe.D1, open))
                .singleElement()
                .asString()
                .contains("day and month cannot be told apart", "--date-format dmy");
        ImportOptions dayFirst = new ImportOptions("", "dmy", "", "", "", "", "");
        assertThat(Given.read(Optional.empty(), dayFirst, open).candles().firstOpenMs())
                .isEqualTo(ms("2024-04-03T00:00:00Z"));
        ImportOptions pattern = new ImportOptions("", "MM/dd/yyyy", "", "", "", "", "");
        assertThat(Given.read(Optional.of(Timeframe.MONTH1), pattern, open).candles().lastOpenMs())
                .isEqualTo(ms("2024-05-04T00:00:00Z"));
    }

    @Test
    void theFirstDateThatTellsMayStandBeyondTheSample() {
        String[] times = new String[12 * 1440];
        for (int i = 0; i < times.length; i++) {
            int day = 2 + i / 1440;
            times[i] =
                    String.format(
                            java.util.Locale.ROOT,
                            "%02d/01/2024 %02d:%02d",
                            day,
                            i / 60 % 24,
                            i % 60);
        }

        CandleImport.Content content = Given.read(Timeframe.M1, rows(times));

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().lastOpenMs()).isEqualTo(ms("2024-01-13T23:59:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time,open,high,low | | | | | --columns must name time, open, high, low and close",
                "| mumble | | | | --date-format must be ymd, dmy, mdy",
                "| | ; | | | --decimal must be . or ,",
                "| | | Mars/Base | | --zone must be a time zone",
                "| | | | noon | --time must be open or close",
            })
    void anOptionThatCannotBeIsNamed(
            String columns, String dates, String decimal, String zone, String time, String why) {
        ImportOptions options =
                new ImportOptions(
                        text(columns), text(dates), text(decimal), text(zone), text(time), "", "");

        org.assertj.core.api.Assertions.assertThatThrownBy(options::check)
                .isInstanceOf(OptionException.class)
                .hasMessageContaining(why);
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }
}

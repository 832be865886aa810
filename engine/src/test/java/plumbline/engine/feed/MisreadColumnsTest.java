package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Columns of which a guess would give other times or volumes than they have. Rows are hours or
/// days from 12 January 2024 on; each is 10, 12, 9, 11.
class MisreadColumnsTest {
    private static final LocalDateTime FIRST = LocalDateTime.of(2024, 1, 12, 0, 0);

    @TempDir Path folder;

    private CandleImport.Content read(String text, ImportOptions options) {
        return Given.read(Optional.empty(), options, Given.file(folder, "a.csv", text));
    }

    private CandleImport.Content read(String header, IntFunction<String> row) {
        String rows =
                IntStream.range(0, 20)
                        .mapToObj(i -> row.apply(i) + "\n")
                        .collect(Collectors.joining());
        return read(header.isEmpty() ? rows : header + "\n" + rows, ImportOptions.NONE);
    }

    private static Instant open(CandleImport.Content content, int candle) {
        assertThat(content.faults()).isEmpty();
        return Instant.ofEpochMilli(content.candles().candle(candle).openTimeMs());
    }

    @ParameterizedTest
    @CsvSource({
        "Time (UTC+8),2024-01-11T16:00:00Z",
        "Time(GMT+3),2024-01-11T21:00:00Z",
        "Timestamp [UTC+01:00],2024-01-11T23:00:00Z",
        "Time UTC+2,2024-01-11T22:00:00Z",
        "Time (ET),2024-01-12T05:00:00Z",
        "Time (New York),2024-01-12T05:00:00Z",
        "Time (EST),2024-01-12T05:00:00Z",
        "time_msk,2024-01-11T21:00:00Z",
        "Time (CET/CEST),2024-01-11T23:00:00Z",
        "Local time (EEST),2024-01-11T22:00:00Z",
        "Date (yyyy-MM-dd HH:mm),2024-01-12T00:00:00Z",
    })
    void theZoneInTheName(String name, String first) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
        CandleImport.Content content =
                read(
                        name + ",open,high,low,close,volume",
                        i -> FIRST.plusHours(i).format(form) + ",10,12,9,11,5");

        assertThat(open(content, 0)).hasToString(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Time (CST)", "Time (XYZ)"})
    void aZoneInTheNameThatIsNotOneIsAsked(String name) {
        CandleImport.Content content =
                read(
                        name + ",open,high,low,close,volume",
                        i -> "2024-01-%02d 10:00,10,12,9,11,5".formatted(1 + i));

        assertThat(content.faults().getFirst().message()).contains("--zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HHmm", "HHmmss", "h:mm a", "hh:mm:ss a", "H:mm", "HH:mm:ss.SSS"})
    void timesOfDayInAColumnOfTheirOwn(String written) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern(written, Locale.ENGLISH);
        for (String header : List.of("Date,Time,Open,High,Low,Close,Volume", "")) {
            CandleImport.Content content =
                    read(
                            header,
                            i -> {
                                LocalTime clock = LocalTime.of(0, 30).plusHours(i);
                                String digits = clock.format(form).replaceFirst("^0+(?=\\d+$)", "");
                                return "2024-01-12," + digits + ",10,12,9,11,5";
                            });

            assertThat(content.candles().size()).isEqualTo(20);
            assertThat(open(content, 9)).hasToString("2024-01-12T09:30:00Z");
        }
    }

    @Test
    void aTimeOfDayThatIsNotKnownIsAskedForAndOnePatternReadsBoth() {
        String rows =
                IntStream.range(9, 19)
                        .mapToObj(i -> "2024-01-12,%02dh30,10,12,9,11,5\n".formatted(i))
                        .collect(Collectors.joining());
        String text = "Date,Time,Open,High,Low,Close,Volume\n" + rows;

        assertThat(read(text, ImportOptions.NONE).faults().getFirst().message())
                .contains("'09h30' under 'Time'", "--columns", "--date-format");
        CandleImport.Content told =
                read(
                        text,
                        new ImportOptions(
                                "time,clock,open,high,low,close,volume",
                                "yyyy-MM-dd HH'h'mm",
                                "",
                                "",
                                "",
                                "",
                                ""));
        assertThat(open(told, 0)).hasToString("2024-01-12T09:30:00Z");
    }

    /// Two digits of a year: only one order of the three has the rows in order of time.
    @ParameterizedTest
    @ValueSource(strings = {"dd/MM/yy", "yy/MM/dd", "MM-dd-yy"})
    void theOrderOfTheRowsTellsThatOfTheDate(String written) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern(written);
        CandleImport.Content content =
                read(
                        "Date,Open,High,Low,Close,Volume",
                        i -> LocalDate.of(2024, 1, 2).plusDays(i).format(form) + ",10,12,9,11,5");

        assertThat(open(content, 19)).hasToString("2024-01-21T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "None", "NA", "N/A", "#N/A", "-", "--", "<NA>", "\\N", "NaN", ""})
    void firstRowsWithoutPricesAreNoted(String nothing) {
        CandleImport.Content content =
                read(
                        "",
                        i ->
                                i < 3
                                        ? "2024-01-%02d,%2$s,%2$s,%2$s,%2$s,%2$s"
                                                .formatted(1 + i, nothing)
                                        : "2024-01-%02d,10,12,9,11,5".formatted(1 + i));

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().size()).isEqualTo(17);
        assertThat(content.notes()).anyMatch(n -> n.contains("3 rows have a time but no prices"));
    }

    @Test
    void firstRowsThatAreWrongAreFaults() {
        CandleImport.Content content =
                read("", i -> "2024-01-%02d,10,%s,9,11,5".formatted(1 + i, i < 3 ? "8" : "12"));

        assertThat(content.faults()).hasSize(3);
        ImportOptions columns =
                new ImportOptions("time,open,high,low,close", "", "", "", "", "", "");
        String text = "2024-01-01,10,12,9,x\n2024-01-02,10,12,9,11\n2024-01-03,10,12,9,11\n";
        assertThat(read(text, columns).faults()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Year,Month,Day,Open,High,Low,Close|2024,1,%d,10,12,9,11",
                ",Begin of it,open,high,low,close|%d,x,10,12,9,11",
                "\"\",\"When\",\"open\",\"high\",\"low\",\"close\"|%d,x,10,12,9,11",
            })
    void numbersThatAreNoTimes(String file) {
        CandleImport.Content content =
                read(
                        file.replaceFirst("\\|.*", ""),
                        i -> file.replaceFirst(".*\\|", "").formatted(100 + i));

        assertThat(content.usable()).isFalse();
    }

    @Test
    void aNumberOfTheRowBeforeTheDate() {
        CandleImport.Content named =
                read(
                        ",startedAt,open,high,low,close,volume",
                        i -> "%d,2024-01-%02d,10,12,9,11,5".formatted(100 + i, 1 + i));
        CandleImport.Content unnamed =
                read("", i -> "%d,2024-01-%02d,10,12,9,11,5".formatted(i, 1 + i));

        assertThat(open(named, 0)).hasToString("2024-01-01T00:00:00Z");
        assertThat(open(unnamed, 0)).hasToString("2024-01-01T00:00:00Z");
    }

    /// Finam.
    @Test
    void datesOfSixDigits() {
        CandleImport.Content content =
                read(
                        "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>",
                        i -> "AAA,D,2401%02d,0,10,12,9,11,5".formatted(1 + i));

        assertThat(open(content, 19)).hasToString("2024-01-20T00:00:00Z");
    }

    @Test
    void pricesIn32ndsAreNotThousands() {
        CandleImport.Content content =
                read(
                        "Date,Open,High,Low,Close,Volume",
                        i -> "2024-01-%02d,110'160,110'195,110'120,110'165,1000".formatted(1 + i));

        assertThat(content.faults().getFirst().message()).contains("32nds");
    }

    @Test
    void thousandsThatMayBeDecimalsAreAskedFor() {
        CandleImport.Content content =
                read(
                        "Date;Open;High;Low;Close;Volume",
                        i -> "2024-01-%02d;10.000;10.062;9.960;10.025;471.801".formatted(1 + i));

        assertThat(content.faults().getFirst().message()).contains("--decimal");
    }

    @ParameterizedTest
    @CsvSource({"Volume (bn),1e9", "Volume (MM),1e6", "Volume (100s),100", "Vol. in thousands,1e3"})
    void volumesOfManyAtOnce(String name, double each) {
        CandleImport.Content content =
                read(
                        "Date,Open,High,Low,Close," + name,
                        i -> "2024-01-%02d,10,12,9,11,2".formatted(1 + i));

        assertThat(content.candles().candle(0).volume()).isEqualTo(2 * each);
    }

    @Test
    void theVolumeStandsBehindOtherPrices() {
        CandleImport.Content content =
                read("", i -> "2024-01-%02d,10,12,9,11,11.25,10.75,900%d".formatted(1 + i, i));

        assertThat(content.candles().candle(3).volume()).isEqualTo(9003);
    }

    @Test
    void blanksBeforeQuotedNumbers() {
        CandleImport.Content content =
                read(
                        "\"Date\", \"Open\", \"High\", \"Low\", \"Close\", \"Volume\"",
                        i ->
                                "\"2024-01-%02d\", \"3,000.00\", \"3,100.00\", \"2,900.00\", \"3,050.00\", \"1,234,567\""
                                        .formatted(1 + i));

        assertThat(open(content, 0)).hasToString("2024-01-01T00:00:00Z");
        assertThat(content.candles().candle(0).volume()).isEqualTo(1_234_567);
    }

    @Test
    void aStepThatIsNoTimeframeIsNamed() {
        CandleImport.Content content =
                read("", i -> "%d,10,12,9,11,5".formatted(1_704_067_200L + i * 600));

        assertThat(content.faults().getFirst().message())
                .contains("10 minutes apart, and there is no timeframe of that length", "15m");
    }

    @Test
    void aCandleOfGateIsNoSingleTrade() {
        CandleImport.Content content =
                read(
                        "",
                        i ->
                                "%d,716.18,11,12,9,10,171.5,true"
                                        .formatted(1_704_067_200L + i * 3600));

        assertThat(content.faults().getFirst().message())
                .doesNotContain("single trades")
                .contains("--columns");
    }
}

package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Times that are those of closes: said by the name of the column, by their being moments at which
/// no candle opens, or by the user. Row `i` is that of the `i`th candle of 2024.
class CloseTimesTest {
    private static final long FIRST = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000L;

    @TempDir Path folder;

    private CandleImport.Content read(String header, IntFunction<String> time, String said) {
        String text =
                header
                        + "\n"
                        + IntStream.range(0, 15)
                                .mapToObj(i -> time.apply(i) + ",10,12,9,11,5")
                                .collect(Collectors.joining("\n"))
                        + "\n";
        return Given.read(
                Optional.empty(),
                new ImportOptions("", "", "", "", said, "", ""),
                Given.file(folder, "a.csv", text));
    }

    private static List<Long> opens(CandleImport.Content content) {
        assertThat(content.faults()).isEmpty();
        return IntStream.range(0, content.candles().size())
                .mapToObj(i -> content.candles().candle(i).openTimeMs())
                .toList();
    }

    private static List<Long> expected(IntFunction<LocalDate> open) {
        return IntStream.range(0, 15)
                .mapToObj(i -> open.apply(i).toEpochDay() * 86_400_000L)
                .toList();
    }

    private static List<Long> hours() {
        return IntStream.range(0, 15).mapToObj(i -> FIRST + i * HOUR).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"close_time", "closeTime", "Close Time", "End", "end_time", "Period End"})
    void theNameSaysSo(String name) {
        CandleImport.Content content =
                read(
                        name + ",open,high,low,close,volume",
                        i -> String.valueOf(FIRST + (i + 1) * HOUR),
                        "");

        assertThat(opens(content)).isEqualTo(hours());
        assertThat(content.notes())
                .anyMatch(n -> n.contains("its times are called '" + name + "'"));
    }

    @Test
    void theUserOverrulesTheName() {
        CandleImport.Content content =
                read("end,open,high,low,close,volume", i -> "" + (FIRST + i * HOUR), "open");

        assertThat(opens(content)).isEqualTo(hours());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1000})
    void noCandleOpensAtItsLastMoment(long before) {
        CandleImport.Content content =
                read(
                        "time,open,high,low,close,volume",
                        i -> Instant.ofEpochMilli(FIRST + (i + 1) * HOUR - before).toString(),
                        "");

        assertThat(opens(content)).isEqualTo(hours());
        assertThat(content.notes())
                .anyMatch(n -> n.contains("its times are the last moments of candles"));
    }

    @Test
    void ofTwoColumnsTheOneThatIsAskedFor() {
        for (String said : List.of("", "close")) {
            CandleImport.Content content =
                    read(
                            "open_time,close_time,open,high,low,close,volume",
                            i -> (FIRST + i * HOUR) + "," + (FIRST + (i + 1) * HOUR - 1),
                            said);

            assertThat(opens(content)).isEqualTo(hours());
        }
    }

    @Test
    void monthsByTheirLastDay() {
        CandleImport.Content content =
                read(
                        "date,open,high,low,close,volume",
                        i -> YearMonth.of(2024, 1).plusMonths(i).atEndOfMonth().toString(),
                        "");

        assertThat(opens(content)).isEqualTo(expected(i -> LocalDate.of(2024, 1, 1).plusMonths(i)));
        assertThat(content.notes()).anyMatch(n -> n.contains("the last days of months"));
    }

    @Test
    void weeksByTheirFriday() {
        LocalDate friday = LocalDate.of(2024, 1, 5);
        CandleImport.Content content =
                read("date,open,high,low,close,volume", i -> friday.plusWeeks(i).toString(), "");

        assertThat(opens(content)).isEqualTo(expected(i -> LocalDate.of(2024, 1, 1).plusWeeks(i)));
    }

    /// Data frames that are resampled name a week by its Sunday; others mean the first day by that.
    @Test
    void weeksByTheirSundayIfThatIsSaid() {
        LocalDate sunday = LocalDate.of(2024, 1, 7);
        CandleImport.Content content =
                read(
                        "date,open,high,low,close,volume",
                        i -> sunday.plusWeeks(i).toString(),
                        "close");

        assertThat(opens(content)).isEqualTo(expected(i -> LocalDate.of(2024, 1, 1).plusWeeks(i)));
    }

    /// A day of New York is 23 hours long on 10 March 2024.
    @Test
    void daysOfAZoneAreAsLongAsTheClocksMakeThem() {
        String text =
                "date,open,high,low,close,volume\n"
                        + IntStream.range(0, 5)
                                .mapToObj(i ->
                                        LocalDate.of(2024, 3, 9).plusDays(i) + ",10,12,9,11,5\n")
                                .collect(Collectors.joining());
        CandleImport.Content content =
                Given.read(
                        Optional.empty(),
                        new ImportOptions("", "", "", "America/New_York", "close", "", ""),
                        Given.file(folder, "a.csv", text));

        assertThat(opens(content).subList(0, 3))
                .containsExactly(
                        Instant.parse("2024-03-08T05:00:00Z").toEpochMilli(),
                        Instant.parse("2024-03-09T05:00:00Z").toEpochMilli(),
                        Instant.parse("2024-03-10T05:00:00Z").toEpochMilli());
    }

    /// HTX calls the time `id`, what was traded `amount` and the money `vol`.
    @Test
    void theTimeAndTheVolumeOfHtx() {
        String rows =
                IntStream.range(0, 15)
                        .mapToObj(i ->
                                "%d,10,11,9,12,%d,%d,3"
                                        .formatted((FIRST + i * HOUR) / 1000, 5 + i, 50 + 10 * i))
                        .collect(Collectors.joining("\n"));
        String text = "id,open,close,low,high,amount,vol,count\n" + rows + "\n";
        CandleImport.Content content =
                Given.read(Optional.empty(), ImportOptions.NONE, Given.file(folder, "a.csv", text));

        assertThat(opens(content)).isEqualTo(hours());
        assertThat(content.candles().candle(3).volume()).isEqualTo(8);
        assertThat(content.notes()).anyMatch(n -> n.contains("'vol' is 'amount' times the price"));
    }

    @Test
    void aNumberOfARowIsNoTime() {
        CandleImport.Content content = read("id,open,high,low,close,volume", String::valueOf, "");

        assertThat(content.usable()).isFalse();
        assertThat(content.faults().getFirst().toString()).contains("--columns");
    }

    @Test
    void aVolumeInThousands() {
        CandleImport.Content content =
                read("time,open,high,low,close,Volume (K)", i -> "" + (FIRST + i * HOUR), "");

        assertThat(content.candles().candle(0).volume()).isEqualTo(5000);
        assertThat(content.notes()).anyMatch(n -> n.contains("counts by 1,000"));
    }

    @Test
    void aVolumeOfMoneyIsSaidToBeThat() {
        CandleImport.Content content =
                read("time,open,high,low,close,volume_usdt", i -> "" + (FIRST + i * HOUR), "");

        assertThat(content.candles().candle(0).volume()).isEqualTo(5);
        assertThat(content.notes()).anyMatch(n -> n.contains("'volume_usdt' counts money"));
    }
}

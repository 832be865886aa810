package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Dates as users say that they are written, and forms that are known without a word. Hours from 12
/// January 2024, 20:00.
class DateFormsTest {
    private static final LocalDateTime FIRST = LocalDateTime.of(2024, 1, 12, 20, 0);

    @TempDir Path folder;

    private CandleImport.Content read(Function<Integer, String> time, String format, String zone) {
        String text =
                Given.HEADER
                        + IntStream.range(0, 10)
                                .mapToObj(i -> '"' + time.apply(i) + "\",10,12,9,11,5\n")
                                .collect(Collectors.joining());
        return Given.read(
                Optional.empty(),
                new ImportOptions("", format, "", zone, "", "", ""),
                Given.file(folder, "a.csv", text));
    }

    private static List<Instant> opens(CandleImport.Content content) {
        assertThat(content.faults()).isEmpty();
        return IntStream.range(0, content.candles().size())
                .mapToObj(i -> Instant.ofEpochMilli(content.candles().candle(i).openTimeMs()))
                .toList();
    }

    private static List<Instant> hours() {
        return IntStream.range(0, 10)
                .mapToObj(i -> FIRST.plusHours(i).toInstant(ZoneOffset.UTC))
                .toList();
    }

    /// What is written, by the rules of java.time, and what a user says of it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyMMdd HHmm | yyMMdd HHmm",
                "yyMMddHHmm | yyMMddHHmm",
                "dd.MM.yy HH:mm | dd.MM.yy HH:mm",
                "dd/MM/yyyy HH:mm | dd/mm/yyyy hh:mm",
                "dd/MM/yyyy HH:mm | DD/MM/YYYY HH:mm",
                "dd/MM/yyyy HH:mm | %d/%m/%Y %H:%M",
                "MM-dd-yy hh:mm a | MM-dd-yy hh:mm a",
                "MMddyyyy HH:mm:ss | MMddyyyy HH:mm:ss",
                "ddMMyyyyHHmm | ddMMyyyyHHmm",
                "HH:mm dd.MM.yyyy | HH:mm dd.MM.yyyy",
                "HHmm ddMMyy | HHmm ddMMyy",
                "yyyy-MM-dd'T'HH:mm | yyyy-MM-ddTHH:mm",
                "yyyy'年'MM'月'dd'日' HH:mm | yyyy年MM月dd日 HH:mm",
                "d MMMM yyyy HH:mm | d MMMM yyyy HH:mm",
                "dd/MM/yyyy HH:mm | dmy",
            })
    void asTheUserSays(String written, String said) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(written, Locale.ENGLISH);

        assertThat(opens(read(i -> FIRST.plusHours(i).format(formatter), said, "")))
                .isEqualTo(hours());
    }

    @Test
    void aZoneThatMeansSeveralIsReadOverByAPattern() {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'CST'");
        Function<Integer, String> time = i -> FIRST.plusHours(i - 6L).format(formatter);

        assertThat(read(time, "", "").faults().getFirst().message())
                .contains("'CST' is the time of several places")
                .contains("--date-format \"yyyy-MM-dd HH:mm:ss 'CST'\"")
                .contains("--zone");
        assertThat(opens(read(time, "yyyy-MM-dd HH:mm:ss 'CST'", "America/Chicago")))
                .isEqualTo(hours());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EEE MMM dd HH:mm:ss yyyy",
                "EEE MMM d HH:mm:ss yyyy",
                "EEE MMM dd HH:mm:ss 'UTC' yyyy",
                "EEEE, MMMM d, yyyy HH:mm",
            })
    void withoutAWord(String written) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(written, Locale.ENGLISH);

        assertThat(opens(read(i -> FIRST.plusHours(i).format(formatter), "", "")))
                .isEqualTo(hours());
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-MM,''",
        "MM/yyyy,''",
        "MMM yyyy,''",
        "yyyyMM,''",
        "MMM-yy,MMM-yy",
        "MM.yy,MM.yy"
    })
    void months(String written, String said) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(written, Locale.ENGLISH);
        LocalDate first = LocalDate.of(2021, 3, 1);

        CandleImport.Content content = read(i -> first.plusMonths(i).format(formatter), said, "");

        assertThat(content.key().timeframe().code()).isEqualTo("1M");
        assertThat(opens(content).get(9)).isEqualTo(Instant.parse("2021-12-01T00:00:00Z"));
    }

    /// A day that was cut off is no month.
    @Test
    void amongDaysThereAreNoMonths() {
        String text =
                Given.HEADER + Given.TWO_DAYS + "2024-01,10,12,9,11,5\n2024-01-04,10,12,9,11,5\n";

        CandleImport.Content content =
                Given.read(Optional.empty(), ImportOptions.NONE, Given.file(folder, "a.csv", text));

        assertThat(content.faults()).hasSize(1);
        assertThat(content.faults().getFirst().message()).contains("'2024-01' is not a time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd/MM", "nonsense", "HH:mm", "yyyy-bb-dd"})
    void whatIsNoPattern(String said) {
        assertThatThrownBy(() -> read(String::valueOf, said, ""))
                .hasMessageContaining("--date-format must be");
    }

    /// A day that there is not is a fault, not the last of its month.
    @Test
    void aPatternIsStrict() {
        CandleImport.Content content = read(i -> "24023%d".formatted(i), "yyMMdd", "");

        assertThat(content.candles().isEmpty()).isTrue();
    }
}

package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Fast reading gives what slow reading gives, to the last bit.
class FieldLawsTest {
    private static final Path FILE = Path.of("rows.csv");

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(0).ofMaxLength(19);
        Arbitrary<String> decimals =
                Combinators.combine(Arbitraries.of("", "-", "+"), digits, digits)
                        .as((sign, whole, part) -> sign + whole + "." + part);
        Arbitrary<String> usual =
                Combinators.combine(
                                Arbitraries.integers().between(0, 99_999_999),
                                Arbitraries.strings().numeric().ofMaxLength(9))
                        .as((whole, part) -> whole + (part.isEmpty() ? "" : "." + part));
        Arbitrary<String> scientific =
                Combinators.combine(decimals, Arbitraries.integers().between(-330, 330))
                        .as((number, exponent) -> number + "e" + exponent);
        Arbitrary<String> written = Arbitraries.doubles().map(String::valueOf);
        Arbitrary<String> nonsense =
                Arbitraries.strings().withChars("0123456789.+-eE \"x,").ofMaxLength(12);
        return Arbitraries.oneOf(digits, decimals, usual, scientific, written, nonsense);
    }

    /// The library's own reading of it, or `NaN`.
    private static double library(String text) {
        String bare = text.strip();
        if (!bare.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            return Double.NaN;
        }
        return Double.parseDouble(bare);
    }

    @Property(tries = 10_000)
    void numbersAreReadAsTheLibraryReadsThem(@ForAll("numbers") String text) {
        byte[] bytes = padded(text);

        double number = NumberParser.number(bytes, 3, bytes.length - 8);

        assertThat(Double.doubleToRawLongBits(number))
                .as(text)
                .isEqualTo(Double.doubleToRawLongBits(unquoted(text)));
    }

    private static double unquoted(String text) {
        String bare = text.strip();
        boolean quoted = bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"");
        return library(quoted ? bare.substring(1, bare.length() - 1).replace("\"\"", "\"") : bare);
    }

    /// As in a block: something before, and slack behind.
    private static byte[] padded(String text) {
        return ("ab," + text + ",1234567").getBytes(StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<LocalDateTime> moments() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60_000),
                        Arbitraries.integers().between(0, 86_399),
                        Arbitraries.of(0, 0, 1_000_000, 999_000_000, 123_456_789))
                .as((day, second, nano) ->
                        LocalDateTime.of(1950, 1, 1, 0, 0)
                                .plusDays(day)
                                .plusSeconds(second)
                                .plusNanos(nano));
    }

    @Property(tries = 3000)
    void timesAreReadAsTheLibraryReadsThem(@ForAll("moments") LocalDateTime moment) {
        String iso = moment.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        long utc = moment.toInstant(ZoneOffset.UTC).toEpochMilli();
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(time(iso, ZoneOffset.UTC)).isEqualTo(utc);
        assertThat(time(iso + "Z", berlin)).isEqualTo(utc);
        assertThat(time(iso.replace('T', ' '), ZoneOffset.UTC)).isEqualTo(utc);
        assertThat(time(iso, berlin)).isEqualTo(moment.atZone(berlin).toInstant().toEpochMilli());
        assertThat(time(moment.toLocalDate().toString(), ZoneOffset.UTC))
                .isEqualTo(moment.toLocalDate().toEpochDay() * 86_400_000);
    }

    @Provide
    Arbitrary<String> nearlyTimes() {
        return Arbitraries.of("2024-02-28T12:34:56", "2023-12-31 00:00:00", "2024-01-31")
                .flatMap(time ->
                        Combinators.combine(
                                        Arbitraries.integers().between(0, time.length() - 1),
                                        Arbitraries.chars().with("0123456789-:T Z."))
                                .as((at, c) -> time.substring(0, at) + c + time.substring(at + 1)));
    }

    /// Whatever one wrong character makes of a time: read as the library reads it, or refused as
    /// the library refuses it.
    @Property(tries = 3000)
    void timesTheLibraryRefusesAreRefused(@ForAll("nearlyTimes") String text) {
        long expected;
        try {
            String full = text.length() == 10 ? text + "T00:00:00" : text;
            full =
                    full.length() > 10 && full.charAt(10) == ' '
                            ? full.replaceFirst(" ", "T")
                            : full;
            expected = LocalDateTime.parse(full).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeParseException e) {
            expected = TimeReader.NONE;
        }
        boolean zoned = text.lastIndexOf('-') > 9 || text.endsWith("Z");
        if (!zoned && !text.startsWith("-") && !text.startsWith("0000")) {
            assertThat(time(text, ZoneOffset.UTC)).as(text).isEqualTo(expected);
        }
    }

    @Example
    void epochTimesAreToldApartBySize() {
        assertThat(TimestampParser.ofEpoch(99_999_999_999L)).isEqualTo(99_999_999_999_000L);
        assertThat(TimestampParser.ofEpoch(100_000_000_000L)).isEqualTo(100_000_000_000L);
        assertThat(TimestampParser.ofEpoch(99_999_999_999_999L)).isEqualTo(99_999_999_999_999L);
        assertThat(TimestampParser.ofEpoch(100_000_000_000_000L)).isEqualTo(100_000_000_000L);
        assertThat(TimestampParser.ofEpoch(99_999_999_999_999_999L)).isEqualTo(99_999_999_999_999L);
        assertThat(TimestampParser.ofEpoch(100_000_000_000_000_000L)).isEqualTo(100_000_000_000L);
    }

    private static long time(String text, ZoneId zone) {
        byte[] bytes = padded(text);
        return new TimestampParser(zone).read(bytes, 3, bytes.length - 8);
    }

    @Provide
    Arbitrary<List<String>> rows() {
        Arbitrary<String> time =
                Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(
                                8,
                                Arbitraries.longs()
                                        .between(1_500_000_000L, 1_900_000_000L)
                                        .map(String::valueOf)),
                        net.jqwik.api.Tuple.of(
                                4, moments().map(DateTimeFormatter.ISO_LOCAL_DATE_TIME::format)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.of("", "x", "NaN", "2024-13-01")));
        Arbitrary<String> price =
                Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(
                                12,
                                Arbitraries.bigDecimals()
                                        .between(
                                                java.math.BigDecimal.ONE,
                                                java.math.BigDecimal.valueOf(99_999))
                                        .ofScale(4)
                                        .map(java.math.BigDecimal::toPlainString)),
                        net.jqwik.api.Tuple.of(
                                2,
                                Arbitraries.integers()
                                        .between(1, 999_999_999)
                                        .map(String::valueOf)),
                        net.jqwik.api.Tuple.of(
                                1,
                                Arbitraries.of(
                                        "",
                                        "0",
                                        "-1",
                                        "1e3",
                                        "+7",
                                        " 8",
                                        "9 ",
                                        "1.5\"",
                                        ".5",
                                        "5.",
                                        "12345678901234567890",
                                        "0.1234567890123456789",
                                        "1,2",
                                        "NaN",
                                        "0x10")));
        return Combinators.combine(time, price, price, price, price, Arbitraries.of("\n", "\r\n"))
                .as(FieldLawsTest::row)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    /// High and low in their places as often as not.
    private static String row(
            String time, String a, String b, String c, String volume, String lineEnd) {
        double[] values = {library(a), library(b), library(c)};
        String[] texts = {a, b, c};
        Integer[] order = {0, 1, 2};
        Arrays.sort(order, (x, y) -> Double.compare(values[x], values[y]));
        return String.join(
                        ",",
                        time,
                        texts[order[1]],
                        texts[order[2]],
                        texts[order[0]],
                        texts[order[1]],
                        volume)
                + lineEnd;
    }

    /// An unused first column in quotation marks keeps a row off the fast path.
    @Property(tries = 500)
    void plainRowsAreReadAsAllOthersAre(@ForAll("rows") List<String> rows) throws IOException {
        StringBuilder fast = new StringBuilder("note,time,open,high,low,close,volume\n");
        StringBuilder slow = new StringBuilder(fast);
        for (String row : rows) {
            fast.append("n,").append(row);
            slow.append("\"n\",").append(row);
        }

        List<FileFault> fastFaults = new ArrayList<>();
        CandleRows fastRows = read(fast.toString(), fastFaults);
        List<FileFault> slowFaults = new ArrayList<>();
        CandleRows slowRows = read(slow.toString(), slowFaults);

        assertThat(fastFaults).isEqualTo(slowFaults);
        assertThat(bits(fastRows)).isEqualTo(bits(slowRows));
        assertThat(fastRows.size() + fastFaults.size()).isEqualTo(rows.size());
    }

    private static CandleRows read(String text, List<FileFault> faults) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Faults found = new Faults();
        CandleRows rows =
                new CsvReader(
                                FILE,
                                null,
                                new TimestampParser(ZoneOffset.UTC),
                                new ReadingLimits(Long.MAX_VALUE, () -> false),
                                found)
                        .read(new ByteArrayInputStream(bytes), bytes.length);
        faults.addAll(found.first());
        return rows;
    }

    private static List<String> bits(CandleRows rows) {
        List<String> bits = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            StringBuilder row =
                    new StringBuilder().append(rows.line(i)).append(' ').append(rows.time(i));
            for (int c = 0; c < CandleColumns.VALUES.size(); c++) {
                row.append(' ')
                        .append(
                                String.format(
                                        Locale.ROOT,
                                        "%x",
                                        Double.doubleToRawLongBits(rows.value(c, i))));
            }
            bits.add(row.toString());
        }
        return bits;
    }
}

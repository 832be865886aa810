package plumbline.engine.feed.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
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
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.engine.bytes.NumberParser;
import plumbline.engine.feed.rows.CandleColumns;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.feed.rows.RowFaults;

/// Fast reading gives what slow reading gives, to the last bit.
class FieldLawsTest {
    private static final Path FILE = Path.of("rows.csv");

    private static final String[] ODD = {
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
        "0x10"
    };

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    private static String digits(Random random, int least, int most) {
        return letters(random, "0123456789", least, most);
    }

    private static String letters(Random random, String from, int least, int most) {
        StringBuilder text = new StringBuilder();
        for (int left = least + random.nextInt(most - least + 1); left > 0; left--) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }

    @SafeVarargs
    private static <T> T any(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private static String number(Random random) {
        String decimal =
                any(random, "", "-", "+") + digits(random, 0, 19) + "." + digits(random, 0, 19);
        return switch (random.nextInt(6)) {
            case 0 -> digits(random, 0, 19);
            case 1 -> decimal;
            case 2 -> {
                String part = digits(random, 0, 9);
                yield random.nextInt(100_000_000) + (part.isEmpty() ? "" : "." + part);
            }
            case 3 -> decimal + "e" + (random.nextInt(661) - 330);
            case 4 -> String.valueOf(Double.longBitsToDouble(random.nextLong()));
            default -> letters(random, "0123456789.+-eE \"x,", 0, 12);
        };
    }

    /// The library's own reading of it, or `NaN`.
    private static double library(String text) {
        String bare = text.strip();
        if (!bare.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            return Double.NaN;
        }
        return Double.parseDouble(bare);
    }

    /// Twenty numbers of each seed.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void numbersAreReadAsTheLibraryReadsThem(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            String text = number(random);
            byte[] bytes = padded(text);

            double number = NumberParser.number(bytes, 3, bytes.length - 8);

            assertThat(Double.doubleToRawLongBits(number))
                    .as(text)
                    .isEqualTo(Double.doubleToRawLongBits(unquoted(text)));
        }
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

    private static LocalDateTime moment(Random random) {
        return LocalDateTime.of(1950, 1, 1, 0, 0)
                .plusDays(random.nextInt(60_001))
                .plusSeconds(random.nextInt(86_400))
                .plusNanos(any(random, 0, 0, 1_000_000, 999_000_000, 123_456_789));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void timesAreReadAsTheLibraryReadsThem(long seed) {
        LocalDateTime moment = moment(new Random(seed));
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

    private static String nearlyTime(Random random) {
        String time = any(random, "2024-02-28T12:34:56", "2023-12-31 00:00:00", "2024-01-31");
        int at = random.nextInt(time.length());
        return time.substring(0, at)
                + letters(random, "0123456789-:T Z.", 1, 1)
                + time.substring(at + 1);
    }

    /// Whatever one wrong character makes of a time: read as the library reads it, or refused as
    /// the library refuses it.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void timesTheLibraryRefusesAreRefused(long seed) {
        String text = nearlyTime(new Random(seed));
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

    private static long time(String text, ZoneId zone) {
        byte[] bytes = padded(text);
        return new TimestampParser(zone).read(bytes, 3, bytes.length - 8);
    }

    private static List<String> rows(Random random) {
        List<String> rows = new ArrayList<>();
        for (int left = 1 + random.nextInt(40); left > 0; left--) {
            rows.add(
                    row(
                            time(random),
                            price(random),
                            price(random),
                            price(random),
                            price(random),
                            any(random, "\n", "\r\n")));
        }
        return rows;
    }

    private static String time(Random random) {
        int kind = random.nextInt(13);
        return kind < 12
                ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment(random))
                : any(random, "", "x", "NaN", "2024-13-01");
    }

    private static String price(Random random) {
        int kind = random.nextInt(15);
        return kind < 12
                ? BigDecimal.valueOf(10_000 + random.nextInt(999_980_001), 4).toPlainString()
                : kind < 14 ? String.valueOf(1 + random.nextInt(999_999_999)) : any(random, ODD);
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
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void plainRowsAreReadAsAllOthersAre(long seed) throws IOException {
        List<String> rows = rows(new Random(seed));
        StringBuilder fast = new StringBuilder("note,time,open,high,low,close,volume\n");
        StringBuilder slow = new StringBuilder(fast);
        for (String row : rows) {
            fast.append("n,").append(row);
            slow.append("\"n\",").append(row);
        }

        List<String> fastFaults = new ArrayList<>();
        CandleRows fastRows = read(fast.toString(), fastFaults);
        List<String> slowFaults = new ArrayList<>();
        CandleRows slowRows = read(slow.toString(), slowFaults);

        assertThat(fastFaults).isEqualTo(slowFaults);
        assertThat(bits(fastRows)).isEqualTo(bits(slowRows));
        assertThat(fastRows.size() + fastFaults.size()).isEqualTo(rows.size());
    }

    private static CandleRows read(String text, List<String> faults) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CandleRows rows =
                new CsvReader(
                                FILE,
                                new CsvLayout(
                                        ',',
                                        2,
                                        7,
                                        CandleColumns.of(
                                                "", "time", "open", "high", "low", "close",
                                                "volume"),
                                        NumberForm.PLAIN,
                                        Clocks.WHOLE,
                                        1,
                                        null),
                                new TimestampParser(ZoneOffset.UTC),
                                new ReadingLimits(Long.MAX_VALUE, () -> false),
                                listed(faults))
                        .read(new ByteArrayInputStream(bytes), bytes.length);
        return rows;
    }

    private static RowFaults listed(List<String> faults) {
        return new RowFaults() {
            @Override
            public void add(long line, int column, String message) {
                faults.add(line + ":" + column + ": " + message);
            }

            @Override
            public boolean isEmpty() {
                return faults.isEmpty();
            }

            @Override
            public boolean areEnough(int usable) {
                return false;
            }
        };
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

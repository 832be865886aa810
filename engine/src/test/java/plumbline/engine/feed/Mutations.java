package plumbline.engine.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What happens to files of candles on their way: they are cut off, glued, edited, opened in a
/// spreadsheet, sent through another encoding. The same for the same number.
final class Mutations {
    private static final Pattern DECIMALS = Pattern.compile("(?<=\\d)[.,](?=\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern GROUPS = Pattern.compile("(?<=\\d)(?=(\\d{3})+(?!\\d))");
    private static final Pattern DATE = Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})");
    private static final Pattern EPOCH = Pattern.compile("(?<![\\d.])\\d{9,19}(?![\\d.])");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d\\d");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final String[] SEPARATORS = {",", ";", "\t", "|"};
    private static final String[] NUMBERS = {
        "1e308",
        "1e309",
        "99999999999999999999",
        "1e-400",
        "0",
        "-0",
        "-1",
        "1,000",
        "1.000",
        "1.5e3",
        "1.234.567",
        "1,234,567.5",
        "0x1p3",
        "1_000",
        "١٢٣",
        "12345678901234567890.5",
        "1/2",
        "5%",
        "(5)",
        ".5",
        "5.",
        "+5",
        "1 000",
        "1'000.5",
        "0,123",
        "1..5",
        "--5",
        "1e5K",
        "NaN1",
        "∞"
    };
    private static final String[] NOTHINGS = {
        "", "NaN", "null", "nan", "-", "N/A", "None", "\"\"", "NULL", "#N/A", " ", "\\N", "Infinity"
    };
    private static final String[] NAMES = {
        "open",
        "high",
        "low",
        "close",
        "volume",
        "time",
        "date",
        "Adj Close",
        "symbol",
        "x",
        "",
        "Datum",
        "clock",
        "open time",
        "close time",
        "Price",
        "high low",
        "Volume USD",
        "unix",
        "Time"
    };
    private static final String[] ZONES = {
        "Z",
        "+01:00",
        "-05",
        " EST",
        " GMT+0100",
        " US/Eastern",
        "[UTC]",
        "+19:00",
        " +1",
        " AM",
        " PM",
        " 24:00",
        " 23:59:60",
        "T00",
        ".5",
        "-07",
        " Europe/Nowhere",
        " CET"
    };
    private static final String[] YEARS = {
        "0001", "9999", "2611", "1899", "0000", "1970", "20244", "24"
    };

    private final Random random;
    private String text;

    private Mutations(Random random, String text) {
        this.random = random;
        this.text = text;
    }

    /// The file after one to three accidents.
    static byte[] of(long number, byte[] file) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        int count = 1 + (random.nextInt(3) == 0 ? 1 : 0) + (random.nextInt(10) == 0 ? 1 : 0);
        byte[] bytes = file;
        for (int i = 0; i < count; i++) {
            if (isBinary(file) || random.nextInt(12) == 0) {
                bytes = ofBytes(random, bytes);
            } else {
                Mutations mutations =
                        new Mutations(random, new String(bytes, StandardCharsets.UTF_8));
                mutations.mutate();
                bytes = mutations.text.getBytes(StandardCharsets.UTF_8);
            }
        }
        return random.nextInt(25) == 0 ? encoded(random, bytes) : bytes;
    }

    private static boolean isBinary(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0;
    }

    private static byte[] encoded(Random random, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Charset[] charsets = {
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1252"),
            StandardCharsets.ISO_8859_1
        };
        Charset charset = charsets[random.nextInt(charsets.length)];
        return ((random.nextBoolean() ? "\uFEFF" : "") + text).getBytes(charset);
    }

    private static byte[] ofBytes(Random random, byte[] file) {
        if (file.length == 0) {
            return file;
        }
        int at = random.nextInt(file.length);
        byte[] bytes = file.clone();
        switch (random.nextInt(4)) {
            case 0 -> bytes = Arrays.copyOf(file, at);
            case 1 -> bytes = Arrays.copyOfRange(file, at, file.length);
            case 2 -> bytes[at] = (byte) random.nextInt(256);
            default -> {
                for (int i = 0; i < 1 + file.length / 50; i++) {
                    bytes[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return bytes;
    }

    private void mutate() {
        switch (random.nextInt(8)) {
            case 0 -> letters();
            case 1 -> lines();
            case 2 -> columns();
            case 3, 4 -> numbers();
            case 5 -> times();
            case 6 -> cells();
            default -> whole();
        }
    }

    private int place() {
        return random.nextInt(text.length() + 1);
    }

    private String any(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private void letters() {
        int at = place();
        String one = String.valueOf((char) random.nextInt(random.nextInt(6) == 0 ? 0x3000 : 128));
        switch (random.nextInt(5)) {
            case 0 -> text = text.substring(0, at);
            case 1 -> text = text.substring(at);
            case 2 -> text = text.substring(0, at) + one + text.substring(at);
            case 3 ->
                    text = text.substring(0, at) + text.substring(Math.min(at + 1, text.length()));
            default ->
                    text =
                            text.substring(0, at)
                                    + "\0\u001B\"'\r,;.-".charAt(random.nextInt(9))
                                    + text.substring(Math.min(at + 1, text.length()));
        }
    }

    private void lines() {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int one = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(one);
            case 1 -> lines.add(other, lines.get(one));
            case 2 -> java.util.Collections.swap(lines, one, other);
            case 3 -> lines.add(one, "");
            case 4 -> lines.set(one, lines.get(one) + lines.get(other));
            default ->
                    lines.add(one, any(new String[] {"# note", "// note", "total,1,2,3", "-----"}));
        }
        text = String.join("\n", lines);
    }

    /// Changes all lines, or each with a chance.
    private void eachLine(UnaryOperator<String> change) {
        int chance = random.nextInt(3);
        text =
                Arrays.stream(text.split("\n", -1))
                        .map(line ->
                                chance == 0 || random.nextInt(3) == 0 ? change.apply(line) : line)
                        .collect(Collectors.joining("\n"));
    }

    private String separator() {
        String most = ",";
        for (String one : SEPARATORS) {
            most =
                    text.split(Pattern.quote(one), -1).length
                                    > text.split(Pattern.quote(most), -1).length
                            ? one
                            : most;
        }
        return most;
    }

    private void columns() {
        String separator = separator();
        int one = random.nextInt(8);
        int other = random.nextInt(8);
        int what = random.nextInt(4);
        eachLine(line -> {
            List<String> cells =
                    new ArrayList<>(Arrays.asList(line.split(Pattern.quote(separator), -1)));
            if (Math.max(one, other) < cells.size()) {
                switch (what) {
                    case 0 -> java.util.Collections.swap(cells, one, other);
                    case 1 -> cells.remove(one);
                    case 2 -> cells.add(one, cells.get(other));
                    default -> cells.set(one, cells.get(other));
                }
            }
            return String.join(separator, cells);
        });
    }

    private void numbers() {
        int what = random.nextInt(7);
        String sign = any(new String[] {"$", "€", " €", "₿", "K", "M", "B", "%", " ", "kr"});
        String group = any(new String[] {",", ".", "'", " ", "\u00A0", "’"});
        String decimal = random.nextBoolean() ? "," : ".";
        String number = any(NUMBERS);
        eachLine(line ->
                switch (what) {
                    case 0 -> DECIMALS.matcher(line).replaceAll(decimal);
                    case 1 -> GROUPS.matcher(line).replaceAll(group);
                    case 2 ->
                            some(
                                    NUMBER,
                                    line,
                                    found -> sign.equals("$") ? sign + found : found + sign);
                    case 3 -> some(NUMBER, line, _ -> number);
                    case 4 -> some(NUMBER, line, found -> '"' + found + '"');
                    case 5 ->
                            GROUPS.matcher(DECIMALS.matcher(line).replaceAll(",")).replaceAll(".");
                    default -> some(NUMBER, line, found -> found.repeat(2));
                });
    }

    private String some(Pattern pattern, String line, UnaryOperator<String> change) {
        return pattern.matcher(line)
                .replaceAll(found ->
                        java.util.regex.Matcher.quoteReplacement(
                                random.nextInt(4) == 0
                                        ? change.apply(found.group())
                                        : found.group()));
    }

    private void times() {
        int what = random.nextInt(6);
        String zone = any(ZONES);
        String year = any(YEARS);
        String separator = any(new String[] {"-", "/", ".", " ", ""});
        boolean longer = random.nextBoolean();
        eachLine(line ->
                switch (what) {
                    case 0 -> DATE.matcher(line).replaceAll(found -> turned(found, separator));
                    case 1 -> EPOCH.matcher(line).replaceAll(found -> unit(found.group(), longer));
                    case 2 -> YEAR.matcher(line).replaceFirst(year);
                    case 3 -> DATE.matcher(line).replaceAll(found -> found.group() + zone);
                    case 4 -> line.replaceFirst("(\\d)(?=[,;\\t|])", "$1" + zone);
                    default -> line.replaceFirst("\\d", String.valueOf(random.nextInt(10)));
                });
    }

    private static String turned(MatchResult date, String separator) {
        return date.group(4) + separator + date.group(3) + separator + date.group(1);
    }

    private static String unit(String digits, boolean longer) {
        return longer || digits.length() < 12
                ? digits + "000"
                : digits.substring(0, digits.length() - 3);
    }

    private void cells() {
        String separator = separator();
        int one = random.nextInt(7);
        int what = random.nextInt(4);
        String nothing = any(NOTHINGS);
        String name = any(NAMES);
        String other = any(SEPARATORS);
        if (what == 3) {
            text =
                    WORD.matcher(text)
                            .replaceFirst(found -> random.nextInt(3) > 0 ? found.group() : name);
            int line = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
            text = some(WORD, text.substring(0, line), _ -> name) + text.substring(line);
            return;
        }
        eachLine(line -> {
            String[] cells = line.split(Pattern.quote(separator), -1);
            if (one < cells.length) {
                cells[one] =
                        what == 0 ? nothing : what == 1 ? " " + cells[one] + "\t " : cells[one];
            }
            return String.join(what == 2 ? other : separator, cells);
        });
    }

    private void whole() {
        switch (random.nextInt(8)) {
            case 0 -> text = "\uFEFF".repeat(1 + random.nextInt(3)) + text;
            case 1 -> text = "made by a tool, 2024\nhttps://example.org\n\n" + text;
            case 2 -> text = text.replace("\n", "\r");
            case 3 -> text = text.replace("\n", "\r\n");
            case 4 -> text = text + "\0\0\0";
            case 5 -> text = text + text;
            case 6 -> text = text.toUpperCase(java.util.Locale.ROOT);
            default ->
                    text =
                            text
                                    + any(
                                            new String[] {
                                                "\n\n\n", "\u001A", "end of file", ",,,,,\n", "#"
                                            });
        }
    }
}

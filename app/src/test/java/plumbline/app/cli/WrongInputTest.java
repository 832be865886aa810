package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is given, the answer names it and says what would be right.
class WrongInputTest {
    private static final String RUN =
            "backtest sma-cross --market " + HomeFixture.MARKET + " --timeframe 1h ";

    @TempDir static Path folder;
    private static String result = "";

    @BeforeAll
    static void home() throws IOException {
        HomeFixture home = new HomeFixture(folder).withHours(200);
        Ran ran = home.run((RUN + "--json").split(" "));
        assertThat(ran.status()).as(ran.err()).isZero();
        result = ran.out();
    }

    /// A command line and what its answer must name.
    static Stream<Arguments> wrongArguments() {
        return Stream.of(times(), numbers(), characters(), names()).flatMap(lines -> lines);
    }

    private static Stream<Arguments> times() {
        return Stream.of(
                Arguments.of(RUN + "--from 99999-01-01", "99999-01-01"),
                Arguments.of(RUN + "--from +999999999-12-31T00:00", "+999999999-12-31T00:00"),
                Arguments.of(RUN + "--from -999999999-01-01T00:00", "-999999999-01-01T00:00"),
                Arguments.of(RUN + "--from +200000000-01-01T00:00", "+200000000-01-01T00:00"),
                Arguments.of(RUN + "--to -200000000-01-01T00:00Z", "-200000000-01-01T00:00Z"),
                Arguments.of(RUN + "--from 2024-02-30", "2024-02-30"),
                Arguments.of(RUN + "--from 9998-01-01", "2024-01-01"),
                Arguments.of(RUN + "--from 2025-01-01 --to 2024-01-01", "2024-01-01"));
    }

    private static Stream<Arguments> numbers() {
        return Stream.of(
                Arguments.of(RUN + "--set fast=1e400", "1e400"),
                Arguments.of(RUN + "--set fast=99999999999999999999", "99999999999999999999"),
                Arguments.of(RUN + "--set fast=-1", "-1"),
                Arguments.of(RUN + "--set fast=NaN", "NaN"),
                Arguments.of(RUN + "--set fast=", "fast"),
                Arguments.of(RUN + "--set =5", "=5"),
                Arguments.of(RUN + "--set fast", "fast"),
                Arguments.of(RUN + "--set stop=1e999999999%", "1e999999999"),
                Arguments.of(RUN + "--cash 1e400", "1e400"),
                Arguments.of(RUN + "--cash -1", "-1"),
                Arguments.of(RUN + "--cash NaN", "NaN"),
                Arguments.of(RUN + "--cash 0", "0"),
                Arguments.of(RUN + "--fee 1e2147483647%", "1e2147483647%"),
                Arguments.of(RUN + "--fee 1e-2147483646bp9", "1e-2147483646bp9"),
                Arguments.of(RUN + "--fee Infinity", "Infinity"),
                Arguments.of(RUN + "--slippage -5%", "-0.05"),
                Arguments.of(RUN + "--leverage 0", "0"),
                Arguments.of(RUN + "--leverage 1e309", "1e309"),
                Arguments.of(RUN + "--lot 0", "0"),
                Arguments.of(RUN + "--periods-per-year 0", "0"),
                Arguments.of(RUN + "--periods-per-year -3", "-3"),
                Arguments.of(RUN + "--periods-per-year 1e9", "1e9"),
                Arguments.of(RUN + "--fill never", "never"),
                Arguments.of(RUN + "--report docx", "docx"),
                Arguments.of(RUN + "--market other:A/B", "2 were given"));
    }

    private static Stream<Arguments> characters() {
        return Stream.of(
                Arguments.of("backtest sma\u001b[2Jcross --market a:B/C --timeframe 1h", "\\u001b"),
                Arguments.of("backtest sma-cross --market a\u001bb:C/D --timeframe 1h", "\\u001b"),
                Arguments.of("backtest sma-cross --market a:B/C --timeframe 1\u0007h", "\\u0007"),
                Arguments.of("backtest --\u001b]0;title\u0007", "\\u001b"),
                Arguments.of("\u001b[31mred", "\\u001b"),
                Arguments.of("data list --\u202egnp", "\\u202e"),
                Arguments.of("data list --json=\u001b[2J", "\\u001b"),
                Arguments.of("data import no\u001bfile --market a:B/C --timeframe 1h", "\\u001b"));
    }

    private static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("data import nothing --market a:B/C --timeframe 0h", "0h"),
                Arguments.of("data import nothing --market a:B/C --timeframe -1h", "-1h"),
                Arguments.of(
                        "data import nothing --market a:B/C --timeframe 99999999999d",
                        "99999999999d"),
                Arguments.of(
                        "data import x --zone Mars/Base --market a:B/C --timeframe 1h",
                        "Mars/Base"),
                Arguments.of("data export --market a:B/C --timeframe 1h --out x.doc", "x.doc"),
                Arguments.of("data export --market a:B/C --timeframe 1h --out x.csv", "a:B/C"),
                Arguments.of("data restore nothing.zip --yes", "nothing.zip"),
                Arguments.of("data migrate --to jdbc:nothing://x", "jdbc:nothing://x"),
                Arguments.of("data delete --market a:B/C --timeframe 1h --yes", "a:B/C"),
                Arguments.of("report @nothing --out x.pdf", "@nothing"),
                Arguments.of("report last --out x.doc", "x.doc"),
                Arguments.of("report ../../etc/passwd --out x.pdf", "passwd"),
                Arguments.of("report last --template ../../x --out x.pdf", "../../x"),
                Arguments.of("strategy show @file", "@file"),
                Arguments.of("@file", "@file"));
    }

    @ParameterizedTest
    @MethodSource
    void wrongArguments(String line, String named) {
        refused(Ran.in(folder.resolve("home"), line.split(" ")), named);
    }

    private static void refused(Ran ran, String named) {
        assertThat(ran.status()).as(ran.err()).isIn(1, 2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("plumbline: ")
                .contains(named)
                .doesNotContain("\tat ")
                .doesNotContain("error inside Plumbline")
                .doesNotContain("Exception", "nesting depth")
                .doesNotContain("\u001b", "\u0007", "\u202e");
    }

    /// The result of a run with one thing in it that is not as it was.
    private static String with(String name, String value) {
        String changed =
                result.replaceFirst(
                        "\"" + name + "\"\\s*:\\s*(\"[^\"]*\"|[-0-9.eE+]+)",
                        Matcher.quoteReplacement("\"" + name + "\": " + value));
        assertThat(changed).as(name).isNotEqualTo(result);
        return changed;
    }

    static Stream<Arguments> wrongResults() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("empty", "");
        texts.put("deep", "[".repeat(100_000));
        texts.put("deep objects", "{\"a\":".repeat(100_000));
        texts.put("an array", "[1, 2, 3]");
        texts.put("an array of it", "[" + result + "]");
        texts.put("a number", "42");
        texts.put("null", "null");
        texts.put("missing keys", "{\"run\": {}, \"data\": [{}]}");
        texts.put("two documents", result + result.substring(0, result.length() / 2));
        for (int part = 1; part < 8; part++) {
            texts.put("truncated " + part, result.substring(0, result.length() * part / 8));
        }
        texts.put("marks", "\ufeff\ufeff\ufeff{");
        texts.put("zeros", "\u0000".repeat(1000));
        return Stream.concat(
                texts.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue())),
                wrongValues());
    }

    private static Stream<Arguments> wrongValues() {
        return Stream.of(
                        List.of("cash", "NaN"),
                        List.of("cash", "\"x\""),
                        List.of("cash", "1e400"),
                        List.of("cash", "-1"),
                        List.of("from", "\"+999999999-01-01T00:00:00Z\""),
                        List.of("to", "\"+292278994-08-17T07:12:55.807Z\""),
                        List.of("to", "\"soon\""),
                        List.of("to", "\"2023-01-01T00:00:00Z\""),
                        List.of("hash", "5"),
                        List.of("name", "{}"),
                        List.of("name", "\"sma\\u001bcross\""),
                        List.of("market", "\"\""),
                        List.of("market", "[]"),
                        List.of("timeframe", "\"1y\""),
                        List.of("fast", "[[]]"),
                        List.of("fast", "1e400"),
                        List.of("fast", "-5"),
                        List.of("periodsPerYear", "0"),
                        List.of("periodsPerYear", "1e99"),
                        List.of("warmupCandles", "-1"),
                        List.of("warmupCandles", "1e99"),
                        List.of("fill", "true"))
                .map(v -> Arguments.of(v.get(0) + " " + v.get(1), with(v.get(0), v.get(1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void wrongResults(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("result.json"), text);

        Ran ran = report(file);

        refused(ran, "result.json");
        assertThat(folder.resolve("x.pdf")).doesNotExist();
    }

    private static Ran report(Path file) {
        List<String> line = new ArrayList<>(List.of("report", file.toString(), "--out"));
        line.add(folder.resolve("x.pdf").toString());
        return Ran.in(folder.resolve("home"), line.toArray(String[]::new));
    }

    static Stream<Arguments> wrongCandles() {
        String header = "time,open,high,low,close,volume\n";
        String row = "2024-01-01,1,2,0.5,1.5,3\n";
        return Stream.of(
                Arguments.of("empty", ""),
                Arguments.of("only marks", "\ufeff\ufeff\ufeff"),
                Arguments.of("a header only", header),
                Arguments.of("marks between", header + "\ufeff\ufeff" + row.replace("1", "x")),
                Arguments.of("zeros", "\u0000".repeat(500)),
                Arguments.of("control characters", header + "\u001b[2J,\u0007,1,1,1,1\n"),
                Arguments.of("absurd year", header + "+999999999-01-01,1,2,0.5,1.5,3\n"),
                Arguments.of("absurd epoch", header + "99999999999999999999,1,2,0.5,1.5,3\n"),
                Arguments.of("absurd price", header + "2024-01-01,1e400,1e400,1,1,1\n"),
                Arguments.of("NaN", header + "2024-01-01,NaN,NaN,NaN,NaN,NaN\n"),
                Arguments.of("quotes", header + "\"\"\"\"\"\n"),
                Arguments.of("json", "{\"a\": [1,2,3]}"),
                Arguments.of("brackets", "[".repeat(100_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void wrongCandles(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("candles.csv"), text);

        Ran ran =
                Ran.in(
                        folder.resolve("home"),
                        "data",
                        "import",
                        file.toString(),
                        "--market",
                        "a:B/C",
                        "--timeframe",
                        "1d");

        assertThat(ran.status()).as(ran.err()).isIn(1, 2);
        assertThat(Arrays.asList(ran.err().split("\n")))
                .anySatisfy(said -> assertThat(said).startsWith("plumbline: "))
                .allSatisfy(said ->
                        assertThat(said)
                                .doesNotContain("\tat ", "error inside Plumbline", "Exception")
                                .doesNotContain("\u001b", "\u0007"));
    }
}

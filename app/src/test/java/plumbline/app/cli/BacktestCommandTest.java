package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `backtest`, `demo` and `report`. One home for all tests: the sample is stored in it once.
class BacktestCommandTest {
    @TempDir static Path home;
    @TempDir Path folder;

    private static Ran backtest(String... more) {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "backtest",
                                "ema-cross",
                                "--market",
                                "sample:BTC/USD",
                                "--timeframe",
                                "15m"));
        line.addAll(List.of(more));
        return Ran.in(home, line.toArray(String[]::new));
    }

    @Test
    void theDocumentHasWhatTheContractSays() {
        Map<String, Object> document =
                backtest("--json", "--fee", "0.1%", "--set", "fast=5", "--set", "slow=20").json();

        assertThat(keys(document, "run"))
                .containsExactly(
                        "id", "hash", "engine", "createdAt", "elapsedMs", "candlesPerSecond");
        assertThat(keys(document, "strategy"))
                .containsExactly("name", "version", "hash", "parameters");
        assertThat(keys(document, "data", 0))
                .contains("market", "timeframe", "from", "to", "candles", "gaps", "hash");
        assertThat(keys(document, "assumptions"))
                .contains(
                        "cash",
                        "fee",
                        "slippage",
                        "impact",
                        "fill",
                        "units",
                        "leverage",
                        "periodsPerYear",
                        "sameCandleOrder",
                        "ambiguousCandles");
        assertThat(keys(document, "metrics"))
                .contains(
                        "finalEquity",
                        "totalReturn",
                        "cagr",
                        "volatility",
                        "sharpe",
                        "sortino",
                        "calmar",
                        "maxDrawdown",
                        "maxDrawdownDays",
                        "trades",
                        "winRate",
                        "profitFactor",
                        "expectancy",
                        "exposure",
                        "fees",
                        "funding",
                        "buyAndHoldReturn");
        assertThat(keys(document, "checks"))
                .containsExactly(
                        "lookahead", "warmup", "probabilisticSharpe", "deflatedSharpe", "trials");
        assertThat(keys(document, "trades", 0))
                .containsExactly(
                        "market",
                        "side",
                        "quantity",
                        "entryTime",
                        "entryPrice",
                        "exitTime",
                        "exitPrice",
                        "profit",
                        "return",
                        "fees",
                        "entryReason",
                        "exitReason",
                        "mae",
                        "mfe",
                        "candles");
        assertThat(JsonText.at(document, "strategy", "parameters", "fast")).isEqualTo(5.0);
        assertThat(JsonText.at(document, "assumptions", "fee")).isEqualTo(0.001);
        assertThat(JsonText.at(document, "run", "createdAt")).isEqualTo("2026-01-02T03:04:05Z");
        assertThat((String) JsonText.at(document, "run", "hash")).matches("sha256:[0-9a-f]{64}");
    }

    private static Iterable<String> keys(Map<String, Object> document, Object... path) {
        List<String> keys = new ArrayList<>();
        ((Map<?, ?>) JsonText.at(document, path)).keySet().forEach(k -> keys.add((String) k));
        return keys;
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        String first = backtest("--json").out();
        String second = backtest("--json").out();

        assertThat(timeless(first)).isEqualTo(timeless(second)).contains("\"trades\"");
    }

    private static String timeless(String document) {
        return document.replaceAll("\"(elapsedMs|candlesPerSecond)\" ?: ?[0-9.eE+-]+", "");
    }

    @Test
    void theTradesAddUpToTheFinalEquity() {
        Map<String, Object> document = backtest("--json", "--cash", "5000").json();
        double profit = 0;
        double fees = 0;
        for (Object trade : (List<?>) JsonText.at(document, "trades")) {
            profit += (Double) JsonText.at(trade, "profit");
            fees += (Double) JsonText.at(trade, "fees");
        }

        assertThat((Double) JsonText.at(document, "metrics", "finalEquity"))
                .isCloseTo(5000 + profit, within(1e-6));
        assertThat((Double) JsonText.at(document, "metrics", "fees")).isCloseTo(fees, within(1e-6));
        assertThat((Double) JsonText.at(document, "metrics", "trades"))
                .isEqualTo(((List<?>) JsonText.at(document, "trades")).size());
    }

    @Test
    void theTextHasTheFiguresAndTheTradesIfAsked() {
        Ran brief = backtest();
        Ran full = backtest("--trades");

        assertThat(brief.status()).isZero();
        assertThat(brief.err()).isEmpty();
        assertThat(brief.out())
                .contains("sample:BTC/USD 15m (sample: Bitstamp 2013)")
                .contains("Final equity USD")
                .contains("look-ahead and luck were not checked")
                .doesNotContain("Entry price");
        assertThat(full.out()).contains("Entry price").contains("Exit by");
    }

    @Test
    void amountsAreReadableWhateverTheCash() {
        Ran huge = backtest("--trades", "--cash", "1e300");
        Ran tiny = backtest("--trades", "--cash", "0.0001");

        assertThat(huge.out().lines().mapToInt(String::length).max().orElseThrow()).isLessThan(200);
        assertThat(huge.out()).containsPattern("Final equity USD +\\d\\.\\d{4}e\\+\\d+");
        // five digits of the cash
        assertThat(tiny.out()).containsPattern("Final equity USD +0\\.000\\d{5} ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--set fast=0 | fast must be a whole number from 1 to 5000, was '0'",
                "--set fast=x | fast must be a whole number from 1 to 5000, was 'x'",
                "--set fast=100 --set slow=50 | fast must be below slow, was 100 and 50",
                "--set fats=3 | no parameter 'fats'; did you mean fast",
                "--set fast=0 --set slow=9999 | fast must be a whole number from 1 to 5000, was '0'; slow",
                "--set stop=101% | stop must be 0% to 100%, was '101%'",
                "--set fast | --set takes name=value, was 'fast'",
                "--cash 0 | cash must be above 0, was 0.0",
                "--cash lots | --cash must be a number, was 'lots'",
                "--cash NaN | cash must be above 0, was NaN",
                "--fee 200% | fee must be from 0 to below 1, was 2.0",
                "--fee much | --fee must be a fraction like 0.1%, 10bp or 0.001, was 'much'",
                "--leverage 0.5 | leverage must be from 1 to 1000, was 0.5",
                "--periods-per-year 0 | periods per year must be from 1 to 366, was 0",
                "--fill nextopen | --fill must be next-open or close, was 'nextopen'; did you mean next-open?",
                "--units halves | --units must be fractional or whole or lot, was 'halves'",
                "--impact sqrt | --impact must be none, was 'sqrt'",
                "--from tomorrow | --from must be a date or date-time like",
                "--from 2013-11-28 --to 2013-11-27 | --to 2013-11-27 is not after --from 2013-11-28",
                "--from 2020-01-01 | there are no candles of sample:BTC/USD 15m in the given range",
                "--report pfd | --report: no format 'pfd'; did you mean pdf",
                "--market binance:BTC/USDT | a run takes one market so far, 2 were given",
            })
    void whatIsWrongIsNamed(String options, String message) {
        Ran ran = backtest((options + " --json").split(" "));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.jsonError()).contains(message);
    }

    @Test
    void unknownNamesGetTheNearest() {
        Ran strategy =
                Ran.in(
                        home,
                        "backtest",
                        "sma-cros",
                        "--market",
                        "sample:BTC/USD",
                        "--timeframe",
                        "15m");
        Ran market =
                Ran.in(
                        home,
                        "backtest",
                        "sma-cross",
                        "--market",
                        "smaple:BTC/USD",
                        "--timeframe",
                        "15m");
        Ran timeframe =
                Ran.in(
                        home,
                        "backtest",
                        "sma-cross",
                        "--market",
                        "sample:BTC/USD",
                        "--timeframe",
                        "15min");

        assertThat(strategy.err()).contains("no strategy 'sma-cros'; did you mean sma-cross");
        assertThat(market.err())
                .contains("no market 'smaple:BTC/USD'; did you mean sample:BTC/USD?");
        assertThat(timeframe.err()).contains("no timeframe '15min'; did you mean 15m");
        assertThat(List.of(strategy.status(), market.status(), timeframe.status())).containsOnly(2);
    }

    @Test
    void theDemoWritesFilesWhoseNumbersAgree() throws IOException {
        Path out = folder.resolve("out");

        Ran ran = Ran.in(home, "demo", "--json", "--out", out.toString());

        assertThat(ran.status()).isZero();
        assertThat(out.resolve("report.pdf")).isNotEmptyFile();
        String result = Files.readString(out.resolve("result.json"));
        assertThat(result).isEqualToIgnoringNewLines(ran.out());
        Map<String, Object> metrics =
                JsonText.object(Files.readString(out.resolve("metrics.json")));
        assertThat(metrics.get("metrics")).isEqualTo(JsonText.object(result).get("metrics"));
        assertThat(metrics).doesNotContainKey("trades");
        List<String> equity = Files.readAllLines(out.resolve("equity.csv"));
        double last = Double.parseDouble(equity.getLast().split(",")[1]);
        assertThat(last).isEqualTo(JsonText.at(metrics, "metrics", "finalEquity"));
        List<String> trades = Files.readAllLines(out.resolve("trades.csv"));
        assertThat(trades.size() - 1.0).isEqualTo(JsonText.at(metrics, "metrics", "trades"));
        assertThat(ran.err()).contains("wrote " + out.resolve("report.pdf"));
    }

    @Test
    void outWritesOnlyTheFormatsThatAreAsked() throws IOException {
        Path out = folder.resolve("out");

        Ran ran = backtest("--out", out.toString(), "--report", "csv,svg");

        assertThat(ran.status()).isZero();
        try (var files = Files.list(out)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("trades.csv", "equity.csv", "equity.svg");
        }
    }

    @Test
    void aReportIsMadeAgainFromARunAFileOrTheLast() throws IOException {
        Path out = folder.resolve("out");
        Map<String, Object> run = backtest("--out", out.toString(), "--json").json();
        String id = (String) JsonText.at(run, "run", "id");
        byte[] report = Files.readAllBytes(out.resolve("report.pdf"));

        for (String which : List.of(id, "last", out.resolve("result.json").toString())) {
            Path again = folder.resolve("again.pdf");
            Ran ran = Ran.in(home, "report", which, "--out", again.toString());
            assertThat(ran.status()).as(ran.err()).isZero();
            assertThat(ran.out())
                    .contains("made again, the same in every figure")
                    .contains("run " + id.substring(0, 12));
            assertThat(Files.readAllBytes(again)).isEqualTo(report);
        }
    }

    @Test
    void aReportGoesIntoAFolderOrIntoFilesByTheirEndings() throws IOException {
        backtest();
        Path all = folder.resolve("all");
        Path svg = folder.resolve("equity.svg");
        Path csv = folder.resolve("trades.csv");

        Ran ran =
                Ran.in(
                        home,
                        "report",
                        "last",
                        "--json",
                        "--out",
                        all + "/",
                        "--out",
                        svg.toString(),
                        "--out",
                        csv.toString());

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat((List<?>) JsonText.at(ran.json(), "files")).hasSize(7);
        assertThat(all.resolve("report.pdf")).isNotEmptyFile();
        assertThat(svg).content().startsWith("<svg");
        assertThat(csv).content().startsWith("market,side");
    }

    @Test
    void aReportOfSomethingElseIsRefused() throws IOException {
        backtest();
        Path text = Files.writeString(folder.resolve("text.json"), "{ \"a\": }");
        Path other = Files.writeString(folder.resolve("other.json"), "{ \"a\": 1 }");
        Path binary = Files.write(folder.resolve("binary.json"), new byte[] {(byte) 0xC3, 0x28, 0});
        String out = folder.resolve("r.pdf").toString();

        Ran broken = Ran.in(home, "report", text.toString(), "--out", out);
        Ran foreign = Ran.in(home, "report", other.toString(), "--out", out);
        Ran noText = Ran.in(home, "report", binary.toString(), "--out", out);
        Ran unknown = Ran.in(home, "report", "00000000", "--out", out);
        Ran noRun = Ran.in(folder.resolve("new"), "report", "last", "--out", out);
        Ran noFormat = Ran.in(home, "report", "last", "--out", folder.resolve("r.doc").toString());

        assertThat(broken.err()).contains(text + ": line 1, column 8:");
        assertThat(foreign.err()).contains(other + ": this is not a result of Plumbline");
        assertThat(noText.err()).contains(binary + ": this is not a result of Plumbline");
        assertThat(unknown.err()).contains("no run");
        assertThat(noRun.err()).contains("none was made in this home yet");
        assertThat(noFormat.err()).contains("its name must end in .pdf, .csv, .json, .svg or .png");
        assertThat(List.of(broken, foreign, noText, unknown, noRun, noFormat))
                .extracting(Ran::status)
                .containsOnly(2);
        assertThat(Path.of(out)).doesNotExist();
    }

    @Test
    void aReportOfCandlesThatChangedIsRefused() throws IOException {
        Path hours = folder.resolve("hours.csv");
        Files.writeString(hours, candles(100));
        Path own = folder.resolve("home");
        String[] load = {
            "data", "import", hours.toString(), "--market", "file:X/USD", "--timeframe", "1h"
        };
        assertThat(Ran.in(own, load).status()).isZero();
        String[] run = {"backtest", "buy-and-hold", "--market", "file:X/USD", "--timeframe", "1h"};
        assertThat(Ran.in(own, run).status()).isZero();
        Files.writeString(hours, candles(101));
        assertThat(Ran.in(own, load).status()).isZero();

        Ran ran = Ran.in(own, "report", "last", "--out", folder.resolve("r.pdf").toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("the candles of file:X/USD 1h have changed since");
        assertThat(folder.resolve("r.pdf")).doesNotExist();
    }

    private static String candles(int price) {
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int i = 0; i < 48; i++) {
            text.append(1704067200 + i * 3600).append(",");
            text.append(price).append(",").append(price + 1).append(",").append(price - 1);
            text.append(",").append(price).append(",1\n");
        }
        return text.toString();
    }

    @Test
    void strategiesAreListedAndShown() {
        Ran list = Ran.in(home, "strategy", "list", "--json");
        Ran show = Ran.in(home, "strategy", "show", "rsi-reversion");
        Ran document = Ran.in(home, "strategy", "show", "sma-cross", "--json");
        Ran unknown = Ran.in(home, "strategy", "show", "rsi");

        List<String> names = new ArrayList<>();
        for (Object strategy : (List<?>) JsonText.at(list.json(), "strategies")) {
            names.add((String) JsonText.at(strategy, "name"));
        }
        assertThat(names)
                .contains(
                        "sma-cross",
                        "ema-cross",
                        "rsi-reversion",
                        "donchian-breakout",
                        "buy-and-hold");
        assertThat(show.out()).contains("RSI").contains("Parameter").contains("Default");
        assertThat(JsonText.at(document.json(), "parameters", 0, "name")).isEqualTo("fast");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("no strategy 'rsi'; did you mean rsi-reversion?");
    }
}

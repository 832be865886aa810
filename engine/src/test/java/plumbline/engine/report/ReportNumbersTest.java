package plumbline.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.Numbers;
import tools.jackson.databind.JsonNode;

/// PDF, JSON and CSV of one run say the same: what the page shows is the JSON's number, rounded.
class ReportNumbersTest {
    @TempDir Path folder;

    private JsonNode result = Json.read("null");
    private List<String> lines = List.of();

    private void write(BacktestRun run) throws IOException {
        SampleRuns.reports().write(run, folder, EnumSet.allOf(ReportFormat.class));
        result = Json.read(Files.readString(folder.resolve("result.json")));
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("report.pdf").toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            lines = stripper.getText(pdf).replace("\u00A0", " ").lines().toList();
        }
    }

    private double metric(String name) {
        JsonNode value = result.path("metrics").path(name);
        assertThat(value.isNumber() || value.isNull()).as(name).isTrue();
        return value.isNull() ? Double.NaN : value.doubleValue();
    }

    private void pageSays(String label, String value) {
        assertThat(lines)
                .as("%s %s", label, value)
                .anyMatch(line -> line.contains(label + " " + value));
    }

    private void theWholePageSaysWhatTheJsonSays() {
        pageSays("Final equity USD", Numbers.fixed(metric("finalEquity"), 2));
        pageSays("Total return %", Numbers.signed(metric("totalReturn") * 100, 2));
        pageSays("Growth a year (CAGR) %", Numbers.signed(metric("cagr") * 100, 2));
        pageSays("Volatility % a year", Numbers.fixed(metric("volatility") * 100, 2));
        pageSays("Sharpe ratio", Numbers.fixed(metric("sharpe"), 2));
        pageSays("Sortino ratio", Numbers.fixed(metric("sortino"), 2));
        pageSays("Calmar ratio", Numbers.fixed(metric("calmar"), 2));
        pageSays("Max. drawdown %", Numbers.fixed(metric("maxDrawdown") * 100, 2));
        boolean open = result.path("metrics").path("maxDrawdownOpen").booleanValue();
        pageSays(
                "Longest drawdown days",
                Numbers.fixed(metric("maxDrawdownDays"), 1) + (open ? "+" : ""));
        pageSays("Time in the market %", Numbers.fixed(metric("exposure") * 100, 2));
        pageSays("Profit factor", Numbers.fixed(metric("profitFactor"), 2));
        pageSays("Trades", Numbers.fixed(metric("trades"), 0));
        pageSays("Win rate %", Numbers.fixed(metric("winRate") * 100, 2));
        pageSays("Expectancy % a trade", Numbers.signed(metric("expectancy") * 100, 2));
        pageSays("Fees paid USD", Numbers.fixed(metric("fees"), 2));
        pageSays("run", result.path("run").path("id").asString().substring(0, 12));
        double profit = 0;
        for (JsonNode trade : result.path("trades")) {
            profit += trade.path("profit").doubleValue();
        }
        pageSays("Net profit USD", Numbers.signed(profit, 2));
    }

    @Test
    void theReportShowsTheNumbersOfTheJson() throws IOException {
        write(SampleRuns.ordinary());

        assertThat(metric("trades")).isGreaterThan(50);
        theWholePageSaysWhatTheJsonSays();
    }

    @Test
    void whatDoesNotExistIsNullAndADash() throws IOException {
        write(
                SampleRuns.run(
                        "sma-cross",
                        Map.of("slow", "5000"),
                        SampleRuns.walk(Timeframe.H1, 300, 100),
                        Timeframe.H1,
                        SampleRuns.COSTS));

        assertThat(metric("cagr")).isNaN();
        assertThat(metric("winRate")).isNaN();
        pageSays("Growth a year (CAGR) %", "–");
        pageSays("Win rate %", "–");
        theWholePageSaysWhatTheJsonSays();
        assertThat(lines).anyMatch(line -> line.contains("The strategy made no trade"));
    }

    @Test
    void theTablesHoldTheNumbersOfTheJsonToTheLastBit() throws IOException {
        write(SampleRuns.ordinary());
        List<Map<String, String>> trades = table("trades.csv");
        List<Map<String, String>> equity = table("equity.csv");

        assertThat(trades).hasSize((int) metric("trades"));
        for (int i = 0; i < trades.size(); i++) {
            for (Map.Entry<String, JsonNode> field : result.path("trades").path(i).properties()) {
                String cell = trades.get(i).get(field.getKey());
                if (field.getValue().isNumber()) {
                    assertThat(Double.parseDouble(cell)).isEqualTo(field.getValue().doubleValue());
                } else {
                    assertThat(cell).isEqualTo(field.getValue().asString());
                }
            }
        }
        double profit = sum(trades, "profit");
        assertThat(10_000 + profit).isCloseTo(metric("finalEquity"), within(1e-6));
        assertThat(sum(trades, "fees")).isCloseTo(metric("fees"), within(1e-6));
        assertThat(equity).hasSize(13_000);
        assertThat(Double.parseDouble(equity.getLast().get("equity")))
                .isEqualTo(metric("finalEquity"));
        assertThat(equity.stream().mapToDouble(r -> Double.parseDouble(r.get("drawdown"))).min())
                .hasValue(metric("maxDrawdown"));
        assertThat(equity.getLast().get("time"))
                .isEqualTo(result.path("data").path(0).path("to").asString());
    }

    @Test
    void theMetricsFileIsTheResultWithoutTheTrades() throws IOException {
        write(SampleRuns.ordinary());

        JsonNode metrics = Json.read(Files.readString(folder.resolve("metrics.json")));

        assertThat(metrics.has("trades")).isFalse();
        for (Map.Entry<String, JsonNode> field : metrics.properties()) {
            assertThat(field.getValue()).isEqualTo(result.path(field.getKey()));
        }
    }

    @Test
    void theSameRunGivesTheSameBytesInEveryFile() throws IOException {
        BacktestRun run = SampleRuns.ordinary();
        Path first = folder.resolve("1");
        Path second = folder.resolve("2");

        List<Path> files =
                SampleRuns.reports().write(run, first, EnumSet.allOf(ReportFormat.class));
        SampleRuns.reports().write(run, second, EnumSet.allOf(ReportFormat.class));

        assertThat(files).hasSize(7);
        for (Path file : files) {
            assertThat(second.resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
    }

    private List<Map<String, String>> table(String name) throws IOException {
        List<String> rows = Files.readAllLines(folder.resolve(name));
        String[] heads = rows.getFirst().split(",", -1);
        List<Map<String, String>> table = new ArrayList<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            assertThat(cells).hasSameSizeAs(heads);
            Map<String, String> byName = new java.util.HashMap<>();
            for (int i = 0; i < heads.length; i++) {
                byName.put(heads[i], cells[i]);
            }
            table.add(byName);
        }
        return table;
    }

    private static double sum(List<Map<String, String>> table, String column) {
        return table.stream().mapToDouble(row -> Double.parseDouble(row.get(column))).sum();
    }
}

package plumbline.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.engine.backtest.Assumptions.Units;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;
import plumbline.engine.strategy.Parameter;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.library.BuiltInStrategies;

/// The page holds whatever a run is: on one page, nothing outside of it, no text over another.
class ReportPageTest {
    @TempDir Path folder;

    /// Runs that have been or could be trouble.
    enum Odd {
        ORDINARY(() -> SampleRuns.ordinary()),
        NO_TRADES(() -> made("sma-cross", Map.of("slow", "5000"), hours(400))),
        ONE_CANDLE(() -> made("buy-and-hold", Map.of(), hours(1))),
        TWO_CANDLES(() -> made("buy-and-hold", Map.of(), hours(2))),
        RUIN(() ->
                SampleRuns.run(
                        "buy-and-hold",
                        Map.of(),
                        SampleRuns.drifting(Timeframe.H1, 2000, 30_000, -0.001),
                        Timeframe.H1,
                        SampleRuns.COSTS.withLeverage(5))),
        NOTHING_AFFORDED(() ->
                SampleRuns.run(
                        "ema-cross",
                        Map.of("fast", "2", "slow", "5"),
                        hours(3000),
                        Timeframe.H1,
                        SampleRuns.COSTS.withUnits(Units.WHOLE).withCash(100))),
        EVERY_WARNING(() ->
                SampleRuns.after(
                        7, "ema-cross", Map.of("side", "both", "slow", "333"), withoutOneDay())),
        THREE_MONTHS(() -> made("ema-cross", Map.of("side", "both"), hours(24 * 80))),
        TEN_YEARS(() ->
                SampleRuns.run(
                        "donchian-breakout",
                        Map.of("side", "both", "stop", "7.25%", "take", "33.5%"),
                        SampleRuns.walk(Timeframe.D1, 3900, 400),
                        Timeframe.D1,
                        SampleRuns.COSTS.withUnits(Units.LOT).withLeverage(2))),
        RISING_A_THOUSANDFOLD(() ->
                SampleRuns.run(
                        "buy-and-hold",
                        Map.of(),
                        SampleRuns.drifting(Timeframe.D1, 2000, 1, 0.0035),
                        Timeframe.D1,
                        SampleRuns.COSTS)),
        TINY_EQUITY(() ->
                SampleRuns.run(
                        "ema-cross",
                        Map.of(),
                        SampleRuns.walk(Timeframe.H1, 5000, 0.0000123),
                        Timeframe.H1,
                        SampleRuns.COSTS.withCash(0.001))),
        HUGE_EQUITY(() ->
                SampleRuns.run(
                        "ema-cross",
                        Map.of("side", "both"),
                        hours(9000),
                        Timeframe.H1,
                        SampleRuns.COSTS.withCash(987_654_321_012.34))),
        MANY_PARAMETERS(() ->
                SampleRuns.run(
                        wide(),
                        Map.of(),
                        SampleRuns.loaded(
                                "a-venue-with-a-long-name:BASECURRENCY/QUOTECURRENCY:SETTLE-261225",
                                hours(9000),
                                Timeframe.H1),
                        SampleRuns.COSTS));

        private final Supplier<BacktestRun> maker;

        Odd(Supplier<BacktestRun> maker) {
            this.maker = maker;
        }

        BacktestRun run() {
            return maker.get();
        }

        private static CandleSeries hours(int n) {
            return SampleRuns.walk(Timeframe.H1, n, 30_000);
        }

        private static CandleSeries withoutOneDay() {
            CandleSeries all = hours(24 * 80);
            return CandleSeries.joined(List.of(all.slice(0, 1000), all.slice(1024, all.size())));
        }

        private static BacktestRun made(
                String strategy, Map<String, String> settings, CandleSeries candles) {
            return SampleRuns.run(strategy, settings, candles, Timeframe.H1, SampleRuns.COSTS);
        }

        private static StrategyDefinition wide() {
            List<Parameter> many = new ArrayList<>();
            IntStream.range(0, 25)
                    .forEach(i ->
                            many.add(
                                    new Parameter.Whole(
                                            "a-long-parameter-" + i,
                                            "made up",
                                            1000 + i,
                                            0,
                                            9999)));
            StrategyDefinition hold = BuiltInStrategies.library().find("buy-and-hold");
            return new StrategyDefinition(
                    "a-strategy-with-a-very-long-name-indeed",
                    "A strategy with a title of many words",
                    12,
                    "made up",
                    many,
                    _ -> null,
                    _ -> hold.make(hold.values(Map.of())));
        }
    }

    private byte[] pdf(BacktestRun run) throws IOException {
        Path file = folder.resolve("report.pdf");
        SampleRuns.reports().writeFile(run, file);
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @EnumSource(Odd.class)
    void isOnePageWithEveryTextInItsPlace(Odd odd) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(odd.run()))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);

            PageTexts page = PageTexts.of(document);

            assertThat(page.texts()).hasSizeGreaterThan(60);
            assertThat(page.outside()).as("outside of the margins").isEmpty();
            assertThat(page.brokenNumbers()).isEmpty();
            assertThat(page.overlaps()).as("one over another").isEmpty();
        }
    }

    @Test
    void saysWhatHasToBeKnownBesideTheFigures() throws IOException {
        BacktestRun run = Odd.EVERY_WARNING.run();
        assertThat(run.warnings()).hasSize(4);

        try (PDDocument document = Loader.loadPDF(pdf(run))) {
            String letters = PageTexts.of(document).letters();

            assertThat(run.warnings())
                    .allSatisfy(w -> assertThat(letters).contains(w.text().replace(" ", "")));
        }
    }

    @ParameterizedTest
    @EnumSource(Odd.class)
    void canBeWrittenAsEveryFile(Odd odd) throws IOException {
        List<Path> files =
                SampleRuns.reports()
                        .write(
                                odd.run(),
                                folder.resolve("all"),
                                java.util.EnumSet.of(
                                        ReportFormat.CSV,
                                        ReportFormat.JSON,
                                        ReportFormat.SVG,
                                        ReportFormat.PNG));

        assertThat(files).hasSize(6).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        Json.read(Files.readString(folder.resolve("all/result.json")));
    }

    @Test
    void embedsItsFontsAndHoldsNoPictures() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(SampleRuns.ordinary()))) {
            List<PDFont> fonts = new ArrayList<>();
            List<PDXObject> pictures = new ArrayList<>();

            collect(document.getPage(0).getResources(), fonts, pictures);

            assertThat(pictures).isEmpty();
            assertThat(fonts)
                    .isNotEmpty()
                    .allSatisfy(font -> assertThat(font.isEmbedded()).as(font.getName()).isTrue());
            assertThat(fonts)
                    .extracting(font -> font.getName().replaceFirst("^[A-Z]{6}\\+", ""))
                    .contains("Roboto-Regular", "Roboto-Bold")
                    .allMatch(name -> name.startsWith("Roboto") || name.startsWith("JetBrains"));
        }
    }

    private static void collect(PDResources resources, List<PDFont> fonts, List<PDXObject> pictures)
            throws IOException {
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDFormXObject form) {
                collect(form.getResources(), fonts, pictures);
            } else {
                pictures.add(object);
            }
        }
    }

    @Test
    void saysWhoMadeItWhenAndFromWhat() throws IOException {
        BacktestRun run = SampleRuns.ordinary();
        try (PDDocument document = Loader.loadPDF(pdf(run))) {
            var about = document.getDocumentInformation();

            assertThat(about.getTitle()).isEqualTo("EMA cross 24/72, file:TEST/USD 1h: backtest");
            assertThat(about.getProducer()).isEqualTo("Plumbline");
            assertThat(about.getSubject()).contains(run.identity().hash());
            assertThat(about.getCreationDate().toInstant()).isEqualTo(run.identity().createdAt());
            assertThat(document.getDocumentCatalog().getDocumentOutline()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }
}

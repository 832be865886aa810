package plumbline.engine.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.w3c.dom.Element;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.report.figure.Figure;
import plumbline.engine.report.figure.FigureFonts;
import plumbline.engine.report.figure.Java2dPainter;

/// Makes a PDF of the template: text is set by the HTML renderer, figures are drawn into the page
/// as vectors. The same run gives the same bytes.
final class PdfWriter {
    private static final double CSS_PIXELS_PER_MM = 96 / 25.4;
    private static final int WEIGHT_NORMAL = 400;
    private static final int WEIGHT_MEDIUM = 500;
    private static final int WEIGHT_BOLD = 700;

    private final ReportAssets assets;
    private final FigureFonts fonts;
    private final PebbleTemplate template;

    PdfWriter(ReportAssets assets, FigureFonts fonts) {
        XRLog.setLoggingEnabled(false);
        this.assets = assets;
        this.fonts = fonts;
        this.template =
                new PebbleEngine.Builder()
                        .loader(new StringLoader())
                        .strictVariables(true)
                        .autoEscaping(true)
                        .build()
                        .getLiteralTemplate(assets.template());
    }

    /// Writes the run's page.
    void write(BacktestRun run, OutputStream out) throws IOException {
        OnePageReport page = new OnePageReport(run);
        try (PdfBoxRenderer renderer = renderer(html(page), page.figures())) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            describe(document, run, page);
            document.save(out);
            document.close();
        }
    }

    private String html(OnePageReport page) throws IOException {
        StringWriter html = new StringWriter();
        Map<String, Object> model = page.model();
        model.put("alt", page.alternativeTexts());
        template.evaluate(html, model, Locale.ROOT);
        return html.toString();
    }

    private PdfBoxRenderer renderer(String html, Map<String, Figure> figures) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        font(builder, assets.regular(), "Roboto", WEIGHT_NORMAL);
        font(builder, assets.medium(), "Roboto", WEIGHT_MEDIUM);
        font(builder, assets.bold(), "Roboto", WEIGHT_BOLD);
        // figures ask for the heavier weight by the name that the font file itself gives
        font(builder, assets.medium(), "Roboto Medium", WEIGHT_NORMAL);
        font(builder, assets.mono(), "JetBrains Mono", WEIGHT_NORMAL);
        builder.useObjectDrawerFactory(new Drawers(figures));
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Plumbline");
        builder.withHtmlContent(html, null);
        return builder.buildPdfRenderer();
    }

    private static void font(PdfRendererBuilder builder, byte[] file, String family, int weight) {
        builder.useFont(
                () -> new ByteArrayInputStream(file), family, weight, FontStyle.NORMAL, true);
    }

    /// Title, dates and identity from the run and not from the clock.
    private static void describe(PDDocument document, BacktestRun run, OnePageReport page) {
        PDDocumentInformation information = document.getDocumentInformation();
        GregorianCalendar created =
                new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        created.setTimeInMillis(run.identity().createdAt().toEpochMilli());
        information.setCreationDate(created);
        information.setModificationDate(created);
        information.setSubject("Backtest, run " + run.identity().hash());
        information.setKeywords(String.join(", ", page.keywords()));
        information.setCreator("Plumbline " + run.identity().engineVersion());
        document.setDocumentId(
                ByteBuffer.wrap(
                                run.identity().hash().getBytes(StandardCharsets.US_ASCII),
                                7,
                                Long.BYTES)
                        .getLong());
    }

    /// Draws an `<object type="plumbline/figure" data="NAME">` as the figure of that name.
    private final class Drawers implements FSObjectDrawerFactory {
        private final Map<String, Figure> figures;

        Drawers(Map<String, Figure> figures) {
            this.figures = figures;
        }

        @Override
        public boolean isReplacedObject(Element element) {
            return figures.containsKey(element.getAttribute("data"));
        }

        @Override
        public FSObjectDrawer createDrawer(Element element) {
            Figure figure = Objects.requireNonNull(figures.get(element.getAttribute("data")));
            return (_, x, y, width, height, device, _, dotsPerPixel) -> {
                device.drawWithGraphics(
                        (float) x,
                        (float) y,
                        (float) width / dotsPerPixel,
                        (float) height / dotsPerPixel,
                        graphics ->
                                figure.paint(
                                        new Java2dPainter(graphics, fonts, CSS_PIXELS_PER_MM)));
                return Map.of();
            };
        }
    }
}

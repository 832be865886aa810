package plumbline.engine.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import plumbline.engine.analytics.Metrics;
import plumbline.engine.analytics.MonthlyReturns;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.report.SampleRuns;

/// Every figure through every painter: the same letters and lines wherever it is drawn.
class FiguresTest {
    private static final FigureFonts FONTS =
            new FigureFonts(
                    SampleRuns.bytes("fonts/Roboto-Regular.ttf"),
                    SampleRuns.bytes("fonts/Roboto-Medium.ttf"));

    static Stream<Figure> figures() {
        BacktestRun run = SampleRuns.ordinary();
        return Stream.of(
                new EquityFigure(run, Metrics.holding(run.candles(), 10_000), 103, 86),
                new ResultsFigure(run.result().trades(), 118, 50),
                new TradesFigure(run.result().trades().subList(0, 30), 118, 50),
                new MonthsFigure(
                        MonthlyReturns.of(run.result().equity(), run.data().endMs()), 118, 50));
    }

    /// Notes what is painted where.
    private static final class Recorder implements FigurePainter {
        private final List<String> texts = new ArrayList<>();
        private final List<Point> points = new ArrayList<>();

        @Override
        public void line(Point from, Point to, Stroke stroke) {
            points.addAll(List.of(from, to));
        }

        @Override
        public void polyline(double[] x, double[] y, int n, Stroke stroke) {
            for (int i = 0; i < n; i++) {
                points.add(new Point(x[i], y[i]));
            }
        }

        @Override
        public void area(double[] x, double[] y, int n, int rgb) {
            for (int i = 0; i < n; i++) {
                points.add(new Point(x[i], y[i]));
            }
        }

        @Override
        public void rect(Point topLeft, double width, double height, int rgb) {
            assertThat(width).isPositive();
            assertThat(height).isPositive();
            points.addAll(List.of(topLeft, topLeft.shifted(width, height)));
        }

        @Override
        public void text(Point at, String text, Type type) {
            texts.add(text);
            double wide = width(text, type);
            double left =
                    switch (type.anchor()) {
                        case START -> at.x();
                        case MIDDLE -> at.x() - wide / 2;
                        case END -> at.x() - wide;
                    };
            points.addAll(List.of(new Point(left, at.y()), new Point(left + wide, at.y())));
        }

        @Override
        public double width(String text, Type type) {
            return FONTS.width(text, type);
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void staysWithinItself(Figure figure) {
        Recorder recorder = new Recorder();

        figure.paint(recorder);

        assertThat(recorder.points)
                .hasSizeGreaterThan(20)
                .allSatisfy(point -> {
                    assertThat(point.x()).isBetween(-0.5, figure.width() + 0.5);
                    assertThat(point.y()).isBetween(-0.5, figure.height() + 0.5);
                });
    }

    @ParameterizedTest
    @MethodSource("figures")
    void isTheSameLettersAsSvg(Figure figure) throws Exception {
        Recorder recorder = new Recorder();
        figure.paint(recorder);

        String svg = SvgPainter.document(figure, FONTS);

        Document document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)));
        NodeList texts = document.getElementsByTagName("text");
        List<String> written = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            written.add(texts.item(i).getTextContent());
        }
        assertThat(written).isEqualTo(recorder.texts);
        assertThat(svg).doesNotContain("NaN", "Infinity");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(figure.alternativeText());
    }

    @ParameterizedTest
    @MethodSource("figures")
    void isAPictureWithoutADisplay(Figure figure) {
        BufferedImage picture = Java2dPainter.picture(figure, FONTS, 8);

        assertThat(picture.getWidth()).isEqualTo((int) Math.ceil(figure.width() * 8));
        assertThat(picture.getHeight()).isEqualTo((int) Math.ceil(figure.height() * 8));
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                colours.add(picture.getRGB(x, y) & 0xFFFFFF);
            }
        }
        assertThat(colours).contains(0xFFFFFF).hasSizeGreaterThan(20);
    }
}

package plumbline.ui.chart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.paint.Color;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.Numbers;

/// The crosshair, the last price, and the tags of both on the axes.
final class CrosshairPainter {
    private static final double TAG_HEIGHT = 18;
    private static final double PADDING = 8;

    /// From the middle of a tag to the base line of its text.
    private static final double HALF_DIGIT = 4.3;

    private static final double ROUND = 4;
    private static final DateTimeFormatter DAY = pattern("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = pattern("yyyy-MM-dd HH:mm 'UTC'");
    private static final DateTimeFormatter SECOND = pattern("yyyy-MM-dd HH:mm:ss 'UTC'");

    private final Frame frame;
    private final ChartArea area;
    private final Crosshair crosshair;
    private final int index;

    CrosshairPainter(Frame frame) {
        this.frame = frame;
        area = frame.area();
        crosshair = frame.model().crosshair();
        index = crosshair.index(frame.viewport(), frame.data().axis());
    }

    /// Lines, which belong into the plot.
    void paintLines() {
        paintLastPrice();
        if (isPointing()) {
            double x = frame.viewport().centre(index) - area.hairline() / 2;
            frame.dashesDown(x, 0, area.plotHeight(), frame.ink().muted());
        }
        if (hasPrice()) {
            frame.dashesAcross(crosshair.y(), 0, area.plotWidth(), frame.ink().muted());
        }
    }

    /// The same in the pane.
    void paintPaneLines() {
        if (isPointing()) {
            double x = frame.viewport().centre(index) - area.hairline() / 2;
            frame.dashesDown(x, area.plotHeight(), area.timeAxisTop(), frame.ink().muted());
        }
        if (isInPane()) {
            frame.dashesAcross(crosshair.y(), 0, area.plotWidth(), frame.ink().muted());
        }
    }

    /// Tags, which belong onto the axes.
    void paintTags() {
        CandleSeries candles = frame.data().candles();
        int last = candles.size() - 1;
        double price = candles.close()[last];
        Color color = frame.ink().direction(price >= candles.open()[last]);
        paintPriceTag(price, color, ChartInk.on(color));
        if (hasPrice()) {
            double pointed = frame.scale().priceAt(crosshair.y());
            paintPriceTag(pointed, frame.ink().text(), frame.ink().background());
        }
        if (isInPane()) {
            StudyPane pane = frame.model().pane();
            String value = Numbers.fixed(pane.valueAt(crosshair.y()), pane.decimals());
            paintTag(value, crosshair.y(), frame.ink().text(), frame.ink().background());
        }
        if (isPointing()) {
            paintTimeTag();
        }
    }

    /// A time as the tag shows it: to the second, the minute or the day, as candles of the
    /// timeframe need it.
    static String time(long timeMs, Timeframe timeframe) {
        DateTimeFormatter format =
                timeframe == Timeframe.S1
                        ? SECOND
                        : timeframe.millis() >= Timeframe.D1.millis() ? DAY : MINUTE;
        return format.format(Instant.ofEpochMilli(timeMs).atZone(ZoneOffset.UTC));
    }

    private boolean isPointing() {
        double x = frame.viewport().centre(index);
        return index >= 0 && x >= 0 && x <= area.plotWidth();
    }

    private boolean hasPrice() {
        return crosshair.hasPrice() && crosshair.y() <= area.plotHeight();
    }

    private boolean isInPane() {
        return crosshair.hasPrice() && area.hasPane() && crosshair.y() > area.plotHeight();
    }

    private void paintLastPrice() {
        CandleSeries candles = frame.data().candles();
        int last = candles.size() - 1;
        double price = candles.close()[last];
        double y = lastPriceY();
        if (y > 0 && y < area.plotHeight()) {
            double from = Math.clamp(frame.viewport().x(last + 1.0), 0, area.plotWidth());
            boolean inView = from < area.plotWidth();
            Color color = frame.ink().direction(price >= candles.open()[last]);
            double start = inView ? from : 0;
            frame.dotsAcross(y, start, area.plotWidth(), 2 * area.hairline(), color);
        }
    }

    private void paintPriceTag(double price, Color ground, Color ink) {
        double y = frame.scale().y(price);
        if (y < 0 || y > area.plotHeight()) {
            return;
        }
        String text = Numbers.fixed(price, frame.data().decimals());
        paintTag(text, tagMiddle(y), ground, ink);
    }

    private void paintTag(String text, double middle, Color ground, Color ink) {
        double top = area.snap(middle - TAG_HEIGHT / 2);
        double left = area.snap(area.plotWidth()) + area.hairline();
        frame.gc().setFill(ground);
        frame.gc().fillRoundRect(left, top, area.priceAxis() - 2, TAG_HEIGHT, ROUND, ROUND);
        frame.text(
                text,
                area.plotWidth() + PADDING,
                top + TAG_HEIGHT / 2 + HALF_DIGIT,
                TextStyle.TAG,
                ink);
    }

    /// Whether the tag on the time axis covers a part of `from..to`.
    boolean coversTime(double from, double to) {
        if (!isPointing()) {
            return false;
        }
        double width = timeTagWidth();
        double left = timeTagLeft(width);
        return from < left + width + PADDING / 2 && to > left - PADDING / 2;
    }

    /// Whether a tag on the price axis covers a part of the label at `y`.
    boolean coversPrice(double y) {
        return isUnder(lastPriceY(), y) || (hasPrice() && isUnder(crosshair.y(), y));
    }

    /// Whether the tag at the pointer covers a part of the label at `y` beside the pane.
    boolean coversValue(double y) {
        return isInPane() && Math.abs(crosshair.y() - y) < TAG_HEIGHT - PADDING / 2;
    }

    private boolean isUnder(double tagY, double y) {
        boolean exists = tagY >= 0 && tagY <= area.plotHeight();
        return exists && Math.abs(tagMiddle(tagY) - y) < TAG_HEIGHT - PADDING / 2;
    }

    private double lastPriceY() {
        CandleSeries candles = frame.data().candles();
        return frame.scale().y(candles.close()[candles.size() - 1]);
    }

    /// Tags stay on the axis.
    private double tagMiddle(double y) {
        double half = TAG_HEIGHT / 2;
        return Math.clamp(y, half, Math.max(half, area.plotHeight() - half));
    }

    private String timeText() {
        return time(frame.data().axis().time(index), frame.data().key().timeframe());
    }

    private double timeTagWidth() {
        return Math.ceil(TextStyle.TAG.width(timeText())) + 2 * PADDING;
    }

    private double timeTagLeft(double width) {
        double middle = frame.viewport().centre(index);
        double most = Math.max(0, area.plotWidth() - width);
        return area.snap(Math.clamp(middle - width / 2, 0, most));
    }

    private void paintTimeTag() {
        double width = timeTagWidth();
        double left = timeTagLeft(width);
        double top = area.snap(area.timeAxisTop() + (ChartArea.TIME_AXIS - TAG_HEIGHT) / 2);
        frame.gc().setFill(frame.ink().text());
        frame.gc().fillRoundRect(left, top, width, TAG_HEIGHT, ROUND, ROUND);
        frame.text(
                timeText(),
                left + PADDING,
                top + TAG_HEIGHT / 2 + HALF_DIGIT,
                TextStyle.TAG,
                frame.ink().background());
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
}

package plumbline.ui.backtest;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.util.StringConverter;
import plumbline.ui.chart.TickUnit;

/// A time axis in seconds since 1970, UTC, with ticks at round times.
final class DateAxis extends DefaultNumericAxis {
    private static final double SPACING_PX = 72;
    private static final DateTimeFormatter TIME = pattern("HH:mm");
    private static final DateTimeFormatter DAY = pattern("d MMM");
    private static final DateTimeFormatter MONTH = pattern("MMM yyyy");
    private static final DateTimeFormatter YEAR = pattern("yyyy");

    DateAxis() {
        setAutoRanging(false);
        setMinorTickCount(0);
        setTickLabelFormatter(new Labels());
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList ticks) {
        double seconds = range.getUpperBound() - range.getLowerBound();
        double perPixel = seconds / Math.max(1, range.getAxisLength());
        TickUnit unit = TickUnit.atLeast(SPACING_PX * perPixel * 1000);
        ticks.clear();
        long at = unit.ceiling((long) Math.ceil(range.getLowerBound() * 1000));
        while (at <= range.getUpperBound() * 1000) {
            ticks.add(at / 1000.0);
            at = unit.ceiling(at + 1);
        }
    }

    /// The largest unit that starts at the tick.
    private static final class Labels extends StringConverter<Number> {
        @Override
        public String toString(Number seconds) {
            LocalDateTime at =
                    LocalDateTime.ofInstant(
                            Instant.ofEpochSecond(seconds.longValue()), ZoneOffset.UTC);
            if (at.getHour() != 0 || at.getMinute() != 0) {
                return TIME.format(at);
            }
            if (at.getDayOfMonth() != 1) {
                return DAY.format(at);
            }
            return (at.getMonthValue() == 1 ? YEAR : MONTH).format(at);
        }

        @Override
        public Number fromString(String text) {
            throw new UnsupportedOperationException("ticks are not typed");
        }
    }
}

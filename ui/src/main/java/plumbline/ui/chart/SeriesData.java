package plumbline.ui.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import plumbline.engine.indicator.Ema;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Gap;
import plumbline.engine.market.PriceDecimals;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.text.Numbers;

/// A series and what the chart computes of it once: the pyramid, the average lines, the gaps.
///
/// That work is cut into slices of a fraction of a millisecond, done in the thread that draws as
/// far as each frame leaves time for it. The candles can be drawn from the start.
///
/// Threads: FX thread.
final class SeriesData {
    /// Pixels that a digit, a comma and the sides of a price take on the axis.
    private static final double DIGIT = 6.8;

    private static final double POINT = 3.2;
    private static final double AXIS_PADDING = 14;

    private final SeriesKey key;
    private final ChartCandles shown;
    private final TimeAxis axis;
    private final String source;
    private final int decimals;
    private final RangeIndex pyramid;
    private final double axisWidth;
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<OverlayLine> averages = new ArrayList<>();
    private List<Gap> gaps = List.of();
    private int[] gapIndex = {};

    SeriesData(SeriesKey key, ChartCandles shown, String source) {
        CandleSeries candles = shown.candles();
        this.shown = shown;
        this.key = key;
        this.source = source;
        axis = new TimeAxis(candles, key.timeframe());
        decimals = PriceDecimals.of(candles);
        pyramid = new RangeIndex(candles.low(), candles.high(), candles.volume());
        slice(pyramid::build);
        average(20, 1);
        average(50, 2);
        work.add(this::findGaps);
        axisWidth = Math.max(ChartArea.PRICE_AXIS, Math.ceil(AXIS_PADDING + widest()));
    }

    SeriesKey key() {
        return key;
    }

    TimeAxis axis() {
        return axis;
    }

    CandleSeries candles() {
        return axis.candles();
    }

    int size() {
        return axis.candles().size();
    }

    /// Whether candle `i` does not hold all of its time.
    boolean isPart(int i) {
        return shown.isPart(i);
    }

    /// Whether candle `i` is not over yet.
    boolean isForming(int i) {
        return shown.isLastForming() && i == size() - 1;
    }

    /// Where the candles are from, for the legend.
    String source() {
        return source;
    }

    /// How many decimals it takes to write the prices.
    int decimals() {
        return decimals;
    }

    /// Width of a price axis that has room for the highest price.
    double axisWidth() {
        return axisWidth;
    }

    RangeIndex pyramid() {
        return pyramid;
    }

    /// The averages that are ready.
    List<OverlayLine> averages() {
        return averages;
    }

    List<Gap> gaps() {
        return gaps;
    }

    /// Index of the candle after each gap, increasing.
    int[] gapIndex() {
        return gapIndex;
    }

    boolean isReady() {
        return work.isEmpty();
    }

    /// Goes on with the work until it is done or `nanos` have passed.
    void prepare(long nanos) {
        long started = System.nanoTime();
        while (!work.isEmpty()) {
            work.remove().run();
            if (System.nanoTime() - started > nanos) {
                return;
            }
        }
    }

    private double widest() {
        RangeIndex.Range all = new RangeIndex.Range();
        pyramid.query(0, size(), all);
        String price = all.isEmpty() ? "" : Numbers.fixed(all.high, decimals);
        return price.chars().mapToDouble(c -> Character.isDigit(c) ? DIGIT : POINT).sum();
    }

    private interface Slice {
        void to(int end);
    }

    private void slice(Slice slice) {
        for (int from = 0; from < size(); from += RangeIndex.SLICE) {
            int end = Math.min(size(), from + RangeIndex.SLICE);
            work.add(() -> slice.to(end));
        }
    }

    private void average(int period, int series) {
        if (size() < period) {
            return;
        }
        Ema ema = new Ema(period);
        double[] close = candles().close();
        double[][] out = new double[1][];
        int[] done = {0};
        work.add(() -> out[0] = new double[close.length]);
        slice(end -> {
            for (int i = done[0]; i < end; i++) {
                out[0][i] = ema.next(close[i]);
            }
            done[0] = end;
        });
        work.add(() -> {
            OverlayLine line = new OverlayLine(new LineStudy("EMA " + period, series, out[0]));
            averages.add(line);
            slice(line.pyramid()::build);
        });
    }

    private void findGaps() {
        gaps = SeriesCheck.gaps(candles(), key.timeframe());
        gapIndex = new int[gaps.size()];
        for (int i = 0; i < gapIndex.length; i++) {
            gapIndex[i] = candles().firstAtOrAfter(gaps.get(i).toMs());
        }
    }
}

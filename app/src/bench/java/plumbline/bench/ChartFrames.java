package plumbline.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.PositionSide;
import plumbline.ui.chart.ChartCandles;
import plumbline.ui.chart.ChartViewModel;
import plumbline.ui.chart.PriceChartView;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

/// Frame times of the price chart in a window of 1600x900 while it pans and zooms each frame, for a
/// few and for very many candles in view, without trades and with 10,000, and the time to the first
/// frame of another market.
///
/// Start it with `-Djavafx.animation.fullspeed=true`: frames then follow each other as fast as they
/// are rendered, so the time from one to the next is what a frame costs, model, drawing and
/// rendering together. The CPU times of both threads are given beside it, because they run at the
/// same time where two cores are free.
///
/// Arguments: the numbers of candles in view, instead of the usual ones.
public final class ChartFrames {
    private static final int FRAMES = 400;
    private static final int WARM_UP = 900;
    private static final int FIRST_FRAMES = 15;
    private static final int CANDLES = 1_000_000;
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 900;

    private ChartFrames() {}

    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /// The window that is measured.
    public static final class Window extends Application {
        private final ChartViewModel model = new ChartViewModel();
        private final Queue<Phase> phases = new ArrayDeque<>();

        @Override
        public void start(Stage stage) {
            Scene scene = new Scene(new PriceChartView(model), WIDTH, HEIGHT);
            Themes.apply(scene, Theme.DARK);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            CandleSeries candles = Candles.walk(CANDLES);
            for (int visible : sizes(getParameters().getRaw())) {
                phases.add(new Motion(model, candles, visible, List.of()));
                phases.add(new Motion(model, candles, visible, trades(candles)));
            }
            phases.add(new Switches(model, candles));
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    Phase phase = phases.peek();
                    if (phase == null) {
                        stop();
                        Platform.exit();
                    } else if (phase.frame(System.nanoTime())) {
                        phases.remove();
                    }
                }
            }.start();
        }
    }

    private static List<Integer> sizes(List<String> arguments) {
        return arguments.isEmpty()
                ? List.of(300, 50_000, CANDLES)
                : arguments.stream().map(Integer::valueOf).toList();
    }

    /// One measurement, which goes on frame by frame.
    private interface Phase {
        /// The frame before is on the screen; now comes the next.
        ///
        /// @return whether this was the last one
        boolean frame(long nanos);
    }

    /// Pans and zooms back and forth around a number of visible candles.
    private static final class Motion implements Phase {
        private final ChartViewModel model;
        private final CandleSeries candles;
        private final int visible;
        private final List<Trade> trades;
        private final double[] millis = new double[FRAMES];
        private final CpuClock cpu = new CpuClock();
        private int count = -WARM_UP;
        private long before;

        Motion(ChartViewModel model, CandleSeries candles, int visible, List<Trade> trades) {
            this.trades = trades;
            this.model = model;
            this.candles = candles;
            this.visible = visible;
        }

        @Override
        public boolean frame(long nanos) {
            if (count == -WARM_UP) {
                model.show(key("A"), shown(candles), "random walk");
                model.trades(trades);
                model.fit();
                model.zoom((double) CANDLES / visible, WIDTH / 2);
            }
            if (count == 0) {
                cpu.start();
            }
            if (count > 0) {
                millis[count - 1] = (nanos - before) / 1e6;
            }
            if (count == FRAMES) {
                print();
                return true;
            }
            before = nanos;
            move(Math.floorMod(count++, 40));
            return false;
        }

        private void move(int phase) {
            model.pan(phase < 20 ? 7 : -7);
            model.zoom(phase % 20 < 10 ? 1.01 : 1 / 1.01, WIDTH / 3);
        }

        private void print() {
            long[] spent = cpu.stop();
            System.out.printf(
                    Locale.ROOT,
                    "%,9d candles in view, %,6d trades: frame %s ms; CPU a frame: model and drawing %.1f ms,"
                            + " rendering %.1f ms%n",
                    visible,
                    trades.size(),
                    summary(millis),
                    spent[0] / 1e6 / FRAMES,
                    spent[1] / 1e6 / FRAMES);
        }
    }

    /// Shows one market after another and takes the time until the candles are on the screen.
    private static final class Switches implements Phase {
        private final ChartViewModel model;
        private final CandleSeries candles;
        private final double[] millis = new double[FIRST_FRAMES];
        private int count = -3;
        private int wait;
        private long before;

        Switches(ChartViewModel model, CandleSeries candles) {
            this.model = model;
            this.candles = candles;
        }

        @Override
        public boolean frame(long nanos) {
            // shown in one frame, painted at its end, on the screen when the next but one begins
            if (wait++ == 0) {
                before = nanos;
                model.show(key("M" + (count + 3)), shown(candles), "random walk");
            } else if (wait == 3) {
                if (count >= 0) {
                    millis[count] = (nanos - before) / 1e6;
                }
                count++;
            } else if (wait == 40) {
                wait = 0;
            }
            if (count == FIRST_FRAMES) {
                System.out.printf(
                        Locale.ROOT,
                        "first frame of another market of %,d candles: %s ms%n",
                        CANDLES,
                        summary(millis));
                return true;
            }
            return false;
        }
    }

    /// CPU time of the two threads a frame passes through.
    private static final class CpuClock {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private long[] begin = {0, 0};

        void start() {
            begin = now();
        }

        long[] stop() {
            long[] end = now();
            return new long[] {end[0] - begin[0], end[1] - begin[1]};
        }

        private long[] now() {
            long rendering = 0;
            for (long id : threads.getAllThreadIds()) {
                var info = threads.getThreadInfo(id);
                if (info != null && info.getThreadName().startsWith("QuantumRenderer")) {
                    rendering += threads.getThreadCpuTime(id);
                }
            }
            return new long[] {threads.getCurrentThreadCpuTime(), rendering};
        }
    }

    private static ChartCandles shown(CandleSeries candles) {
        return new ChartCandles(candles, false, false);
    }

    private static SeriesKey key(String base) {
        return new SeriesKey(market(base), Timeframe.M1);
    }

    private static MarketId market(String base) {
        return new MarketId("bench", base, "USD", null);
    }

    /// A trade of 60 candles every 100.
    private static List<Trade> trades(CandleSeries candles) {
        List<Trade> trades = new ArrayList<>();
        for (int i = 0; i + 60 < candles.size(); i += 100) {
            double entry = candles.open()[i];
            double exit = candles.open()[i + 60];
            double returned = exit / entry - 1;
            trades.add(
                    new Trade(
                            market("A"),
                            PositionSide.LONG,
                            1,
                            candles.openTime()[i],
                            entry,
                            candles.openTime()[i + 60],
                            exit,
                            exit - entry,
                            returned,
                            0,
                            "in",
                            "out",
                            0,
                            0,
                            i,
                            i + 60));
        }
        return trades;
    }

    private static String summary(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "median %.1f, 95th percentile %.1f",
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)]);
    }
}

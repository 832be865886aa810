package plumbline.engine.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.TradingHours.Hole;

/// The check of [SeriesCheck] over candles that come in blocks: in one pass, in little memory.
///
/// Not thread-safe.
public final class SeriesScan {
    /// So many faults of a series are told apart; of more, the number is told.
    static final int MOST = 10_000;

    private final Timeframe timeframe;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Hole> holes = new ArrayList<>();
    private final TradingDays days;
    private final GridOffsets offsets;
    private long left;
    private long candles;
    private long last;

    public SeriesScan(Timeframe timeframe) {
        this.timeframe = timeframe;
        this.days = new TradingDays(timeframe);
        this.offsets = new GridOffsets(timeframe);
    }

    /// The next candles; they come after all that were there before.
    public void add(CandleSeries block) {
        long[] time = block.openTime();
        for (int i = 0; i < time.length; i++) {
            order(time[i]);
            step(time[i]);
            offsets.add(time[i]);
            String broken =
                    SeriesCheck.fault(
                            block.open()[i],
                            block.high()[i],
                            block.low()[i],
                            block.close()[i],
                            block.volume()[i]);
            if (broken != null) {
                report(Kind.CANDLE, time[i], broken);
            }
        }
    }

    /// The open times of a series, looked at for gaps and rests only.
    public static SeriesScan ofTimes(CandleSeries candles, Timeframe timeframe) {
        SeriesScan scan = new SeriesScan(timeframe);
        scan.addTimes(candles.openTime());
        return scan;
    }

    private void addTimes(long[] time) {
        for (long next : time) {
            step(next);
        }
    }

    private void order(long time) {
        if (candles > 0 && time <= last) {
            report(
                    time == last ? Kind.DUPLICATE : Kind.ORDER,
                    time,
                    time == last ? "stands there twice" : "comes after a later candle");
        }
    }

    private void step(long time) {
        if (candles++ == 0) {
            last = time;
        } else if (time - last > timeframe.millis() || timeframe == Timeframe.MONTH1) {
            if (timeframe.steps(last, time) > 1) {
                holes.add(new Hole(last, time));
            }
        }
        days.add(time);
        last = Math.max(last, time);
    }

    private void report(Kind kind, long time, String text) {
        if (faults.size() < MOST) {
            faults.add(new Fault(kind, time, timeframe.next(time), 1, text));
        } else {
            left++;
        }
    }

    /// How many candles there were.
    public long candles() {
        return candles;
    }

    /// Open time of the newest candle, `null` if there was none.
    public @Nullable Long lastOpenMs() {
        return candles == 0 ? null : last;
    }

    /// The gaps between the first and the last candle, oldest first.
    public List<Gap> gaps() {
        return gaps(hours());
    }

    /// When the market rests.
    public TradingHours hours() {
        return new TradingHours(timeframe, holes, days);
    }

    private List<Gap> gaps(TradingHours hours) {
        List<Gap> gaps = new ArrayList<>();
        for (Hole hole : holes) {
            long missing = hours.missing(hole);
            if (missing > 0) {
                gaps.add(new Gap(timeframe.next(hole.lastMs()), hole.nextMs(), missing));
            }
        }
        return gaps;
    }

    /// Every fault, gaps among them, oldest first.
    public List<Fault> faults() {
        List<Fault> all = new ArrayList<>(faults);
        all.addAll(offsets.faults());
        gaps().forEach(gap -> all.add(SeriesCheck.fault(gap)));
        all.sort(Comparator.comparingLong(Fault::fromMs));
        long more = left + offsets.left();
        if (more > 0) {
            all.add(new Fault(Kind.CANDLE, last, last, more, "and " + more + " more faults"));
        }
        return all;
    }

    /// What a user should know though it is no fault: when the market rests, and when its candles
    /// open if that is off the grid.
    public List<String> notes() {
        TradingHours hours = hours();
        gaps(hours);
        List<String> notes = new ArrayList<>(hours.notes());
        offsets.note().ifPresent(notes::add);
        return notes;
    }
}

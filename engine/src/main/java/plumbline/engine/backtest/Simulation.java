package plumbline.engine.backtest;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import plumbline.engine.backtest.Assumptions.Fill;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.portfolio.EquityCurve;
import plumbline.engine.strategy.Decisions;
import plumbline.engine.strategy.PositionSide;
import plumbline.engine.strategy.Signal;
import plumbline.engine.strategy.Signal.Target;

/// One run, candle by candle. Between two candles at which something can happen it only marks
/// equity, in loops without calls and without allocation.
///
/// Used once, by one thread.
final class Simulation {
    /// Candles between two looks at the control; also short enough that the loops below are
    /// compiled as methods and not on the stack.
    private static final int CHUNK = 4096;

    private static final int CANDLES_PER_CACHE_LINE = 8;

    private final int first;
    private final long[] openTime;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] equity;
    private final Decisions decisions;
    private final boolean fillsAtClose;
    private final JobControl control;
    private final Account account;

    private @Nullable Target pending;
    private double fetched;
    private int ambiguousCandles;
    private int unfilledEntries;
    private int marked;
    private boolean ruined;

    Simulation(
            MarketId market,
            WarmedCandles warmed,
            Decisions decisions,
            Assumptions assumptions,
            JobControl control) {
        CandleSeries candles = warmed.all();
        this.first = warmed.warmup();
        this.openTime = candles.openTime();
        this.open = candles.open();
        this.high = candles.high();
        this.low = candles.low();
        this.close = candles.close();
        this.equity = new double[candles.size()];
        this.decisions = decisions;
        this.fillsAtClose = assumptions.fill() == Fill.CLOSE;
        this.control = control;
        this.account = new Account(market, warmed, assumptions);
    }

    /// @throws CancellationException if the control was cancelled
    BacktestResult run() {
        int n = close.length;
        int i = first;
        while (i < n && !ruined) {
            report(i - first, n - first);
            int end = Math.min(n, i + CHUNK);
            fetch(i, end);
            while (i < end && !ruined) {
                i = advance(i, end) + 1;
            }
        }
        report(n - first, n - first);
        if (account.exposure() != PositionSide.FLAT) {
            account.close(n - 1, close[n - 1], "end-of-data");
            if (account.cash() <= 0) {
                ruin();
            }
            mark(n - 1);
        }
        return new BacktestResult(
                account.trades(),
                curve(),
                ambiguousCandles,
                unfilledEntries,
                ruined,
                account.writtenOff());
    }

    /// Brings a chunk's columns into the cache, in order, as the processor likes it. Fills jump
    /// about in them, and each would wait for memory: that would be half of a run.
    private void fetch(int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k += CANDLES_PER_CACHE_LINE) {
            sum += open[k] + openTime[k];
        }
        fetched = sum; // or the loop would be taken for useless
    }

    private void report(int done, int total) {
        if (control.cancelled()) {
            throw new CancellationException("cancelled at candle " + done + " of " + total);
        }
        control.progress(done, total);
    }

    private EquityCurve curve() {
        boolean whole = first == 0 && marked == equity.length;
        return new EquityCurve(
                whole ? openTime : Arrays.copyOfRange(openTime, first, marked),
                whole ? equity : Arrays.copyOfRange(equity, first, marked),
                account.startingCash());
    }

    /// From the open of candle `i` to the close at which the strategy is asked next, or to where a
    /// stop, a take-profit or ruin ends the position, at most to candle `end - 1`.
    ///
    /// @return the last candle that was dealt with
    private int advance(int i, int end) {
        Target wish = pending;
        if (wish != null) {
            pending = null;
            fill(wish, i, open[i]);
            if (ruined) {
                mark(i);
                return i;
            }
        }
        PositionSide before = account.exposure();
        int ask = decisions.next(i, before);
        int to = Math.min(ask, end - 1);
        int reached =
                before == PositionSide.FLAT
                        ? markFlat(i, to)
                        : account.hasExits() ? markGuarded(i, to) : markOpen(i, to);
        marked = reached + 1;
        boolean speaks = reached == ask || account.exposure() != before;
        if (speaks && !ruined) {
            ask(reached);
        }
        return reached;
    }

    private void ask(int i) {
        PositionSide held = account.exposure();
        if (!(decisions.at(i, held) instanceof Target target)
                || PositionSide.of(target.weight()) == held) {
            return;
        }
        if (!fillsAtClose) {
            pending = target;
            return;
        }
        // nothing is opened at the last close: there is no candle left to hold it
        boolean last = i == close.length - 1;
        fill(last ? (Target) Signal.flat(target.reason()) : target, i, close[i]);
        mark(i);
    }

    private void fill(Target target, int i, double price) {
        if (account.exposure() != PositionSide.FLAT) {
            held(price);
            account.close(i, price, target.reason());
            if (account.cash() <= 0) {
                ruin();
                return;
            }
        }
        if (target.weight() == 0) {
            return;
        }
        if (!account.open(target, i, price)) {
            unfilledEntries++;
        } else if (account.equity(price) <= 0) {
            // the costs of so large a position were more than all there was
            account.closeRuined(i, price);
            ruin();
        }
    }

    private void held(double price) {
        account.held(PriceBits.of(price), PriceBits.of(price));
    }

    private void mark(int i) {
        equity[i] = account.equity(close[i]);
        marked = i + 1;
    }

    private void ruin() {
        ruined = true;
        account.writeOff();
    }

    private int markFlat(int from, int to) {
        Arrays.fill(equity, from, to + 1, account.cash());
        return to;
    }

    /// A position that nothing but the strategy ends: a long one that cash paid for.
    private int markOpen(int from, int to) {
        double cash = account.cash();
        double quantity = account.quantity();
        long lowest = Long.MAX_VALUE;
        long highest = 0;
        for (int k = from; k <= to; k++) {
            equity[k] = cash + quantity * close[k];
            lowest = Math.min(lowest, PriceBits.of(low[k]));
            highest = Math.max(highest, PriceBits.of(high[k]));
        }
        account.held(lowest, highest);
        return to;
    }

    private int markGuarded(int from, int to) {
        double cash = account.cash();
        double quantity = account.quantity();
        double below = account.lowerExit();
        double above = account.upperExit();
        long lowest = Long.MAX_VALUE;
        long highest = 0;
        for (int k = from; k <= to; k++) {
            if (low[k] <= below || high[k] >= above) {
                account.held(lowest, highest);
                leave(k);
                return k;
            }
            equity[k] = cash + quantity * close[k];
            lowest = Math.min(lowest, PriceBits.of(low[k]));
            highest = Math.max(highest, PriceBits.of(high[k]));
        }
        account.held(lowest, highest);
        return to;
    }

    /// An exit was touched in candle `k`: at its open if it opened beyond, else where it lies; the
    /// one against the position first.
    private void leave(int k) {
        boolean isLong = account.exposure() == PositionSide.LONG;
        double below = account.lowerExit();
        double above = account.upperExit();
        held(open[k]);
        if (open[k] <= below || open[k] >= above) {
            leaveAt(k, open[k], isLong == open[k] <= below);
        } else {
            boolean lower = low[k] <= below;
            boolean upper = high[k] >= above;
            if (lower && upper) {
                ambiguousCandles++;
            }
            boolean against = isLong ? lower : upper;
            leaveAt(k, against == isLong ? below : above, against);
        }
        if (account.cash() <= 0) {
            ruin();
        }
        equity[k] = account.cash();
    }

    private void leaveAt(int k, double price, boolean against) {
        if (!against) {
            account.closeAtLimit(k, price, "take-profit");
        } else if (account.ruinComesFirst()) {
            account.closeRuined(k, price);
        } else {
            account.close(k, price, "stop");
        }
    }
}

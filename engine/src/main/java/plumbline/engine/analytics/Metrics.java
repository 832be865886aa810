package plumbline.engine.analytics;

import java.util.List;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;
import plumbline.engine.portfolio.EquityCurve;
import plumbline.engine.portfolio.Trade;

/// The figures of one run. Fractions, not percent; money in quote currency; `NaN` where a figure
/// does not exist (written as `null` and shown as a dash). Ratios are of daily returns
/// ([DailyReturns]), at least two of them, with a risk-free rate of 0, annualised by the run's
/// periods per year `P`.
///
/// @param finalEquity at the last close, after closing what was open
/// @param totalReturn `finalEquity / cash - 1`
/// @param cagr `(finalEquity / cash) ^ (365 d / time) - 1`, time from the first open to the last
///   close; not of less than 30 days
/// @param volatility `s * sqrt(P)`, `s` the sample standard deviation of daily returns
/// @param sharpe `mean / s * sqrt(P)`
/// @param sortino `mean / d * sqrt(P)`, `d` the root mean square of daily returns below 0, all
///   counted
/// @param calmar `cagr / |maxDrawdown|`
/// @param maxDrawdown deepest fall of the closes' equity from its high, not above 0
/// @param maxDrawdownDays longest time below a high, in days
/// @param maxDrawdownOpen whether that time had not ended
/// @param trades how many were closed
/// @param winRate share of trades with a profit after fees
/// @param profitFactor profits of the winners over losses of the losers
/// @param expectancy mean of the trades' returns
/// @param exposure share of candles spent in a position
/// @param fees paid in all
/// @param funding paid or received on perpetuals; 0 on spot
/// @param buyAndHoldReturn last close over first close, less 1, without costs
public record Metrics(
        double finalEquity,
        double totalReturn,
        double cagr,
        double volatility,
        double sharpe,
        double sortino,
        double calmar,
        double maxDrawdown,
        double maxDrawdownDays,
        boolean maxDrawdownOpen,
        int trades,
        double winRate,
        double profitFactor,
        double expectancy,
        double exposure,
        double fees,
        double funding,
        double buyAndHoldReturn) {
    private static final double DAY = Timeframe.D1.millis();
    private static final double YEAR_DAYS = 365;
    private static final double SHORTEST_DAYS = 30;

    /// Computes all of them.
    ///
    /// @param candles those of the run
    /// @param periodsPerYear days by which ratios are annualised
    public static Metrics of(
            EquityCurve curve,
            List<Trade> trades,
            CandleSeries candles,
            Timeframe timeframe,
            int periodsPerYear) {
        Drawdown drawdown = Drawdown.of(curve);
        DailyReturns daily = DailyReturns.of(curve, timeframe, periodsPerYear);
        double root = Math.sqrt(daily.perYear());
        double total = curve.last() / curve.startingCash() - 1;
        double cagr = growth(curve, timeframe);
        Totals totals = Totals.of(trades);
        double[] close = candles.close();
        return new Metrics(
                curve.last(),
                total,
                cagr,
                daily.deviation() * root,
                ratio(daily.mean(), daily.deviation()) * root,
                ratio(daily.mean(), daily.downsideDeviation()) * root,
                ratio(cagr, -drawdown.deepest()),
                drawdown.deepest(),
                drawdown.longestMs() / DAY,
                drawdown.longestIsOpen(),
                trades.size(),
                share(totals.winners, trades.size()),
                ratio(totals.won, totals.lost),
                share(totals.returns, trades.size()),
                share(totals.candles, candles.size()),
                totals.fees,
                0,
                close[close.length - 1] / close[0] - 1);
    }

    /// The same figures of holding the market from the first close to the last, without costs.
    public static Metrics ofHolding(
            CandleSeries candles, Timeframe timeframe, double cash, int periodsPerYear) {
        return of(holding(candles, cash), List.of(), candles, timeframe, periodsPerYear);
    }

    /// What the starting cash would be worth at each close if it had bought at the first close.
    public static EquityCurve holding(CandleSeries candles, double cash) {
        double[] close = candles.close();
        double[] worth = new double[close.length];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = cash * (close[i] / close[0]);
        }
        return new EquityCurve(candles.openTime(), worth, cash);
    }

    private static double growth(EquityCurve curve, Timeframe timeframe) {
        long[] time = curve.openTime();
        double days = (timeframe.next(time[time.length - 1]) - time[0]) / DAY;
        return days < SHORTEST_DAYS
                ? Double.NaN
                : Math.pow(curve.last() / curve.startingCash(), YEAR_DAYS / days) - 1;
    }

    private static double share(double part, double all) {
        return all == 0 ? Double.NaN : part / all;
    }

    private static double ratio(double above, double below) {
        return below > 0 ? above / below : Double.NaN;
    }

    /// Sums over trades, in one pass.
    private record Totals(
            double won, double lost, int winners, double returns, long candles, double fees) {

        static Totals of(List<Trade> trades) {
            double won = 0;
            double lost = 0;
            int winners = 0;
            double returns = 0;
            long held = 0;
            double fees = 0;
            for (Trade trade : trades) {
                won += Math.max(trade.profit(), 0);
                lost += Math.max(-trade.profit(), 0);
                winners += trade.won() ? 1 : 0;
                returns += trade.returnFraction();
                held += trade.candles();
                fees += trade.fees();
            }
            return new Totals(won, lost, winners, returns, held, fees);
        }
    }
}

package plumbline.engine.backtest;

import java.util.Arrays;
import java.util.List;

/// What a run takes for granted. It stands beside every result.
///
/// @param cash starting cash, in quote currency
/// @param fee fraction of each fill's value
/// @param slippage fraction of the price by which a fill is worse than the price it is made at
/// @param fill when a wish is filled
/// @param units in what steps quantities come
/// @param lot the step of [Units#LOT], in base currency
/// @param leverage how many times its equity a position may be worth
/// @param periodsPerYear days by which ratios are annualised, or [#BY_MARKET]
public record Assumptions(
        double cash,
        double fee,
        double slippage,
        Fill fill,
        Units units,
        double lot,
        double leverage,
        int periodsPerYear) {

    /// 365 days a year, or 252 where the market rests at weekends; a run says which it was.
    public static final int BY_MARKET = 0;

    private static final int ALL_DAYS = 365;
    private static final int WORKING_DAYS = 252;

    /// 10,000 in cash, no costs, filled at the next open, fractional quantities, no leverage.
    public static final Assumptions DEFAULT =
            new Assumptions(10_000, 0, 0, Fill.NEXT_OPEN, Units.FRACTIONAL, 1e-5, 1, 365);

    /// What window, demo and command line begin with: the fee of a spot exchange's lowest level, no
    /// slippage until somebody says how much, and as many days a year as the market trades.
    public static final Assumptions TYPICAL = DEFAULT.withFee(0.001).withPeriodsPerYear(BY_MARKET);

    /// @throws IllegalArgumentException naming the value that is out of range
    public Assumptions {
        check("cash", cash, cash > 0, "above 0");
        check("fee", fee, fee >= 0 && fee < 1, "from 0 to below 1");
        check("slippage", slippage, slippage >= 0 && slippage < 1, "from 0 to below 1");
        check("lot", lot, lot > 0, "above 0");
        check("leverage", leverage, leverage >= 1 && leverage <= 1000, "from 1 to 1000");
        check(
                "periods per year",
                periodsPerYear,
                periodsPerYear >= BY_MARKET && periodsPerYear <= 366,
                "from 1 to 366");
    }

    private static void check(String name, double value, boolean fits, String expected) {
        if (!fits || !Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be " + expected + ", was " + value);
        }
    }

    public Assumptions withFee(double newFee) {
        return new Assumptions(cash, newFee, slippage, fill, units, lot, leverage, periodsPerYear);
    }

    public Assumptions withSlippage(double newSlippage) {
        return new Assumptions(cash, fee, newSlippage, fill, units, lot, leverage, periodsPerYear);
    }

    public Assumptions withFill(Fill newFill) {
        return new Assumptions(cash, fee, slippage, newFill, units, lot, leverage, periodsPerYear);
    }

    public Assumptions withUnits(Units newUnits) {
        return new Assumptions(cash, fee, slippage, fill, newUnits, lot, leverage, periodsPerYear);
    }

    public Assumptions withLeverage(double newLeverage) {
        return new Assumptions(cash, fee, slippage, fill, units, lot, newLeverage, periodsPerYear);
    }

    public Assumptions withPeriodsPerYear(int days) {
        return new Assumptions(cash, fee, slippage, fill, units, lot, leverage, days);
    }

    /// The same with a number of days a year for a market.
    Assumptions inMarket(boolean restsAtWeekends) {
        return periodsPerYear == BY_MARKET
                ? withPeriodsPerYear(restsAtWeekends ? WORKING_DAYS : ALL_DAYS)
                : this;
    }

    public Assumptions withCash(double newCash) {
        return new Assumptions(newCash, fee, slippage, fill, units, lot, leverage, periodsPerYear);
    }

    /// When a wish made at a candle's close is filled.
    public enum Fill {
        NEXT_OPEN("next-open"),
        CLOSE("close");

        private final String code;

        Fill(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static List<String> codes() {
            return Arrays.stream(values()).map(Fill::code).toList();
        }
    }

    /// In what steps quantities come.
    public enum Units {
        FRACTIONAL("fractional"),
        WHOLE("whole"),
        LOT("lot");

        private final String code;

        Units(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static List<String> codes() {
            return Arrays.stream(values()).map(Units::code).toList();
        }
    }
}

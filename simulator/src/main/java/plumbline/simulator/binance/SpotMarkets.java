package plumbline.simulator.binance;

import java.util.List;
import plumbline.simulator.market.SimulatedMarket;

/// The spot markets: large and small prices, a coarse lot, a multiplier in the name, one that is
/// not quoted in dollars, one whose name is not ASCII and trades rarely, one that ended.
public final class SpotMarkets {
    private static final String TABLE =
            """
            BTCUSDT BTC USDT 2 5 2017-08-17 - = 40000 0.03 0 28800 4000 5
            ETHUSDT ETH USDT 2 4 2017-08-17 - = 2000 0.04 0 20160 6000 5
            ETHBTC ETH BTC 5 3 2017-08-17 - = 0.05 0.02 0 5760 400 0.0001
            SHIBUSDT SHIB USDT 8 0 2021-05-10 - = 0.00002 0.06 0 8640 900000 1
            1000SATSUSDT 1000SATS USDT 7 0 2023-12-12 - = 0.0003 0.07 0 2880 70000 1
            这是测试币456USDT 这是测试币456 USDT 4 2 2025-10-09 - = 1.5 0.08 0 720 3000 5
            BCCUSDT BCC USDT 2 5 2017-08-17 2018-11-16 = 900 0.06 0 7200 90000 10
            """;

    private SpotMarkets() {}

    /// All, in the venue's order.
    public static List<SimulatedMarket> all() {
        return SimulatedMarket.table(TABLE);
    }
}

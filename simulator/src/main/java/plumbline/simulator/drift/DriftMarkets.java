package plumbline.simulator.drift;

import java.math.BigDecimal;
import java.util.List;
import plumbline.simulator.market.Markets;
import plumbline.simulator.market.Noise;
import plumbline.simulator.market.SimulatedMarket;

/// The perpetuals of a deployment, which its two servers have in common. The numbers of the markets
/// are those of their order, and differ between deployments.
///
/// Threads: any thread.
public final class DriftMarkets {
    /// As in [SimulatedMarket#table]. Six decimals of price and lot together, so that the money of
    /// each trade is exact in millionths.
    private static final String TABLE =
            """
            SOL-PERP SOL %1$s 4 2 2022-11-16 - = 120 0.05 0.0008 8640 900 1
            BTC-PERP BTC %1$s 1 4 2022-11-16 - BTCUSDT 40000 0.03 0.0008 5760 300 1
            1MBONK-PERP 1MBONK %1$s 6 0 2023-11-20 - = 20 0.08 0.0015 1440 150 1
            """;

    private final String name;
    private final List<SimulatedMarket> all;
    private final Markets markets;
    private final long venueSeed;

    private DriftMarkets(String name, long seed, List<SimulatedMarket> all) {
        this.name = name;
        this.all = all;
        this.venueSeed = Noise.key(seed, name);
        this.markets = new Markets(seed, venueSeed, all);
    }

    /// Those of Drift, in USDC.
    public static DriftMarkets drift(long seed) {
        return new DriftMarkets("drift", seed, SimulatedMarket.table(TABLE.formatted("USDC")));
    }

    /// Those of Velocity, in USDT and with other numbers.
    public static DriftMarkets velocity(long seed) {
        return new DriftMarkets(
                "velocity", seed, SimulatedMarket.table(TABLE.formatted("USDT")).reversed());
    }

    String name() {
        return name;
    }

    Markets markets() {
        return markets;
    }

    long venueSeed() {
        return venueSeed;
    }

    int number(SimulatedMarket market) {
        return all.indexOf(market);
    }

    /// A JSON number without zeros at its end.
    static String plain(long units, int decimals) {
        BigDecimal number = BigDecimal.valueOf(units, decimals).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }
}

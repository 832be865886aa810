package plumbline.simulator.kraken;

import java.math.BigDecimal;
import java.util.List;
import plumbline.simulator.market.RecordedMarket;
import plumbline.simulator.market.SimulatedMarket;

/// The pairs: old assets with their prefixes and names of their own, newer ones without, and
/// `DOGEUR`, which is `DOG` and `EUR`.
final class KrakenPairs {
    /// Short name, name with a stroke, least quantity, then as in [SimulatedMarket#table].
    private static final String TABLE =
            """
            XBTUSD XBT/USD 0.00005 XXBTZUSD XXBT ZUSD 1 5 2013-10-06 - BTCUSDT 40000 0.03 0.0004 11520 6000 0.5
            ETHUSD ETH/USD 0.002 XETHZUSD XETH ZUSD 2 5 2015-08-07 - ETHUSDT 2000 0.04 0.0005 8640 80000 0.5
            ETHXBT ETH/XBT 0.002 XETHXXBT XETH XXBT 5 3 2015-08-07 - ETHBTC 0.05 0.02 0.0005 1440 400 0.00002
            XBTUSDT XBT/USDT 0.00005 XBTUSDT XXBT USDT 1 5 2019-12-19 - BTCUSDT 40000 0.03 0.0003 2880 5000 0.5
            XDGUSD XDG/USD 13 XDGUSD XXDG ZUSD 7 0 2019-10-09 - = 0.15 0.05 0 1440 900 0.5
            DOGEUR DOG/EUR 1500 DOGEUR DOG ZEUR 6 0 2024-06-12 - = 0.003 0.08 0 720 20000 0.5
            """;

    private KrakenPairs() {}

    static List<KrakenPair> all() {
        return TABLE.lines().map(KrakenPairs::of).toList();
    }

    /// Pairs of given candles: one name does for all, but for that with a stroke.
    static List<KrakenPair> of(List<RecordedMarket> given) {
        return given.stream()
                .map(RecordedMarket::market)
                .map(market ->
                        new KrakenPair(
                                market,
                                market.symbol(),
                                market.base() + "/" + market.quote(),
                                BigDecimal.valueOf(1, market.lotDecimals()).toPlainString()))
                .toList();
    }

    private static KrakenPair of(String line) {
        String[] words = line.split(" ", 4);
        return new KrakenPair(
                SimulatedMarket.table(words[3]).getFirst(), words[0], words[1], words[2]);
    }
}

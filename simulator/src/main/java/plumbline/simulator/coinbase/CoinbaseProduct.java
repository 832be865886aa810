package plumbline.simulator.coinbase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.simulator.market.RecordedMarket;
import plumbline.simulator.market.SimulatedMarket;

/// A product; some are another name of one, with the same book.
///
/// @param id base and quote with a hyphen
/// @param market what is traded
/// @param quote what it is said to be traded for
/// @param alias the product whose book it has, if it has none of its own
record CoinbaseProduct(String id, SimulatedMarket market, String quote, Optional<String> alias) {

    /// Symbol, then as in [SimulatedMarket#table]. Few trade often: the others have minutes without
    /// a trade.
    private static final String TABLE =
            """
            BTC-USD BTC USD 2 5 2015-07-20 - BTCUSDT 40000 0.03 0.0003 14400 5000 1
            ETH-USD ETH USD 2 5 2016-05-18 - ETHUSDT 2000 0.04 0.0004 8640 60000 1
            ETH-BTC ETH BTC 5 3 2016-05-18 - ETHBTC 0.05 0.02 0.0004 720 400 0.000016
            SHIB-USD SHIB USD 8 0 2021-09-09 - SHIBUSDT 0.00002 0.06 0.0006 1440 900000 1
            DOGE-USD DOGE USD 5 1 2021-06-03 - XDGUSD 0.15 0.05 0.0005 2160 9000 1
            """;

    /// Products of given candles.
    static List<CoinbaseProduct> of(List<RecordedMarket> given) {
        return given.stream()
                .map(RecordedMarket::market)
                .map(market ->
                        new CoinbaseProduct(
                                market.symbol(), market, market.quote(), Optional.empty()))
                .toList();
    }

    static List<CoinbaseProduct> all() {
        List<SimulatedMarket> markets = SimulatedMarket.table(TABLE);
        List<CoinbaseProduct> products = new ArrayList<>();
        for (SimulatedMarket market : markets) {
            products.add(
                    new CoinbaseProduct(market.symbol(), market, market.quote(), Optional.empty()));
        }
        products.add(
                1,
                new CoinbaseProduct(
                        "BTC-USDC", markets.getFirst(), "USDC", Optional.of("BTC-USD")));
        return List.copyOf(products);
    }
}

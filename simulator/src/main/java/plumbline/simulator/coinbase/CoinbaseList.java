package plumbline.simulator.coinbase;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.SimulatedMarket;

/// `GET /products` and `GET /products/{id}`.
final class CoinbaseList {
    private CoinbaseList() {}

    static byte[] all(List<CoinbaseProduct> listed) {
        WireText out = new WireText(1 << 12).character('[');
        for (int i = 0; i < listed.size(); i++) {
            out.text(i == 0 ? "" : ",").text(entry(listed.get(i), listed));
        }
        return out.character(']').toBytes();
    }

    static byte[] one(CoinbaseProduct product, List<CoinbaseProduct> listed) {
        return new WireText(600).text(entry(product, listed)).toBytes();
    }

    private static String entry(CoinbaseProduct product, List<CoinbaseProduct> listed) {
        SimulatedMarket market = product.market();
        return "{\"id\":\""
                + product.id()
                + "\",\"base_currency\":\""
                + market.base()
                + "\",\"quote_currency\":\""
                + product.quote()
                + "\",\"quote_increment\":\""
                + BigDecimal.valueOf(1, market.priceDecimals()).toPlainString()
                + "\",\"base_increment\":\""
                + BigDecimal.valueOf(1, market.lotDecimals()).toPlainString()
                + "\",\"display_name\":\""
                + product.id()
                + "\",\"min_market_funds\":\""
                + market.minNotional()
                + "\",\"margin_enabled\":false,\"post_only\":false,\"limit_only\":false,"
                + "\"cancel_only\":false,\"status\":\"online\",\"status_message\":\"\","
                + "\"trading_disabled\":false,\"fx_stablecoin\":false,"
                + "\"max_slippage_percentage\":\"0.02000000\",\"auction_mode\":false,\"alias\":\""
                + product.alias().orElse("")
                + "\",\"alias_to\":["
                + aliases(product, listed)
                + "]}";
    }

    private static String aliases(CoinbaseProduct product, List<CoinbaseProduct> listed) {
        return listed.stream()
                .filter(other -> other.alias().filter(product.id()::equals).isPresent())
                .map(other -> "\"" + other.id() + "\"")
                .collect(Collectors.joining(","));
    }
}

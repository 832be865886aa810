package plumbline.simulator.kraken;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.SimulatedMarket;

/// `GET AssetPairs` and `GET Assets`.
final class KrakenLists {
    private static final String FEES =
            """
            "leverage_buy":[],"leverage_sell":[],"fees":[[0,0.4],[10000,0.35],[50000,0.24]],\
            "fees_maker":[[0,0.25],[10000,0.2],[50000,0.14]],"fee_volume_currency":"ZUSD",\
            "margin_call":80,"margin_stop":40\
            """;

    /// Their names without prefix, and how many decimals are kept and shown of each.
    private static final Map<String, String> ASSETS =
            new TreeMap<>(
                    Map.of(
                            "XXBT", "XBT 10 5",
                            "XETH", "ETH 10 5",
                            "XXDG", "XDG 8 2",
                            "DOG", "DOG 5 5",
                            "ZUSD", "USD 4 2",
                            "ZEUR", "EUR 4 2",
                            "USDT", "USDT 8 4"));

    /// A pair is found twice that is also traded hidden; nobody has data of that.
    private static final String DARK = "XXBTZUSD";

    private KrakenLists() {}

    static byte[] pairs(List<KrakenPair> listed, KrakenQuery query) {
        TreeMap<String, String> entries = new TreeMap<>();
        for (KrakenPair pair : chosen(listed, query)) {
            entries.put(pair.market().symbol(), entry(pair));
            if (pair.market().symbol().equals(DARK) && query.text("pair").isEmpty()) {
                entries.put(DARK + ".d", dark(pair));
            }
        }
        return document(entries);
    }

    private static List<KrakenPair> chosen(List<KrakenPair> listed, KrakenQuery query) {
        if (query.text("pair").isEmpty()) {
            return listed;
        }
        return Arrays.stream(query.text("pair").get().split(","))
                .map(name ->
                        listed.stream()
                                .filter(pair -> pair.isCalled(name))
                                .findFirst()
                                .orElseThrow(KrakenRefusal::pair))
                .toList();
    }

    private static String entry(KrakenPair pair) {
        int decimals = pair.market().priceDecimals();
        return "{\"altname\":\""
                + pair.altname()
                + "\",\"wsname\":\""
                + pair.wsname().replace("/", "\\/") // JSON allows it, and the venue writes it so
                + "\","
                + assets(pair.market())
                + ",\"lot\":\"unit\",\"cost_decimals\":5,\"pair_decimals\":"
                + decimals
                + ",\"lot_decimals\":8,\"lot_multiplier\":1,"
                + FEES
                + ",\"ordermin\":\""
                + pair.orderMin()
                + "\",\"costmin\":\""
                + pair.market().minNotional()
                + "\",\"tick_size\":\""
                + BigDecimal.valueOf(1, decimals).toPlainString()
                + "\",\"status\":\"online\"}";
    }

    /// A dark pool: no name with a stroke, no least quantity, more decimals.
    private static String dark(KrakenPair pair) {
        return "{\"altname\":\""
                + pair.altname()
                + ".d\","
                + assets(pair.market())
                + ",\"lot\":\"unit\",\"pair_decimals\":3,\"lot_decimals\":8,\"lot_multiplier\":1,"
                + FEES
                + "}";
    }

    private static String assets(SimulatedMarket market) {
        return "\"aclass_base\":\"currency\",\"base\":\""
                + market.base()
                + "\",\"aclass_quote\":\"currency\",\"quote\":\""
                + market.quote()
                + "\"";
    }

    static byte[] assets(KrakenQuery query) {
        Set<String> asked =
                new TreeSet<>(
                        query.text("asset").map(a -> List.of(a.split(","))).orElse(List.of()));
        TreeMap<String, String> entries = new TreeMap<>();
        ASSETS.forEach((id, words) -> {
            String[] word = words.split(" ");
            if (asked.isEmpty() || asked.contains(id) || asked.contains(word[0])) {
                entries.put(
                        id,
                        "{\"aclass\":\"currency\",\"altname\":\""
                                + word[0]
                                + "\",\"decimals\":"
                                + word[1]
                                + ",\"display_decimals\":"
                                + word[2]
                                + ",\"status\":\"enabled\"}");
            }
        });
        if (entries.size() < asked.size()) {
            throw KrakenRefusal.asset();
        }
        return document(entries);
    }

    private static byte[] document(Map<String, String> entries) {
        WireText out = new WireText(1 << 12).text("{\"error\":[],\"result\":{");
        boolean first = true;
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            out.text(first ? "\"" : ",\"").text(entry.getKey()).text("\":").text(entry.getValue());
            first = false;
        }
        return out.text("}}").toBytes();
    }
}

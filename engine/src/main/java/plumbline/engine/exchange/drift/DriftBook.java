package plumbline.engine.exchange.drift;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import plumbline.engine.exchange.AnswerJson;
import plumbline.engine.exchange.BookSnapshot;
import plumbline.engine.exchange.BookSnapshot.Level;
import plumbline.engine.exchange.MarkPrice;
import tools.jackson.databind.JsonNode;

/// Reads `/l2` of the order book's server: `{"bids":[{"price":"68864700000","size":"72500000"}],
/// "asks":[..],"marketName":"BTC-PERP","ts":1770731534675,"slot":399335746,
/// "markPrice":"68891450000","oracle":68922094561}`, prices in millionths, sizes in billionths.
final class DriftBook {
    /// So many prices of each side at most are given.
    static final int DEEPEST = 100;

    private static final int PRICE_DECIMALS = 6;
    private static final int SIZE_DECIMALS = 9;

    private DriftBook() {}

    /// @param symbol of the market that was asked for
    /// @param depth so many prices of each side
    static BookSnapshot read(byte[] answer, String symbol, int depth) throws ParseException {
        JsonNode root = AnswerJson.tree(answer, "order book");
        return AnswerJson.parsed(() -> {
            requireMarket(root, symbol);
            return new BookSnapshot(
                    AnswerJson.whole(root, "slot"),
                    levels(root, "bids", depth),
                    levels(root, "asks", depth));
        });
    }

    /// What would be paid next is not told here.
    static MarkPrice markPrice(byte[] answer, String symbol) throws ParseException {
        JsonNode root = AnswerJson.tree(answer, "mark price");
        return AnswerJson.parsed(() -> {
            requireMarket(root, symbol);
            return new MarkPrice(
                    AnswerJson.whole(root, "ts"),
                    positive(root, "markPrice"),
                    positive(root, "oracle"),
                    Optional.empty());
        });
    }

    /// The server finds markets by number, too, and those differ between deployments.
    private static void requireMarket(JsonNode root, String symbol) {
        String name = AnswerJson.text(root, "marketName");
        if (!name.equals(symbol)) {
            throw new IllegalArgumentException("it is of " + name + ", not of " + symbol);
        }
    }

    private static BigDecimal positive(JsonNode root, String field) {
        BigDecimal price = scaled(root, field, PRICE_DECIMALS);
        if (price.signum() <= 0) {
            throw new IllegalArgumentException(field + " " + price + " is no price");
        }
        return price;
    }

    private static List<Level> levels(JsonNode root, String side, int depth) {
        if (!root.path(side).isArray()) {
            throw new IllegalArgumentException(side + " are missing");
        }
        return root.path(side)
                .valueStream()
                .limit(depth)
                .map(row ->
                        new Level(
                                scaled(row, "price", PRICE_DECIMALS),
                                scaled(row, "size", SIZE_DECIMALS)))
                .toList();
    }

    /// What is counted in whole parts of a unit, in units.
    private static BigDecimal scaled(JsonNode node, String field, int decimals) {
        BigDecimal parts = AnswerJson.number(node.path(field), field);
        if (parts.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException(field + " " + parts + " is not counted in parts");
        }
        BigDecimal units = parts.movePointLeft(decimals).stripTrailingZeros();
        return units.scale() < 0 ? units.setScale(0) : units;
    }
}

package plumbline.engine.exchange.symbol;

import java.time.Instant;
import plumbline.engine.market.MarketId;

/// A venue's own name of a market, for as long as it has that name.
///
/// @param market ours; its venue is the one whose name it is
/// @param symbol the venue's, as it writes it
/// @param from when it begins to hold
/// @param to when it ends to hold, later than `from`
public record SymbolAlias(MarketId market, String symbol, Instant from, Instant to) {
    /// As far as times go.
    public static final Instant ALWAYS_FROM = Instant.ofEpochMilli(Long.MIN_VALUE);

    public static final Instant ALWAYS_TO = Instant.ofEpochMilli(Long.MAX_VALUE);

    private static final int LONGEST = 64;

    /// @throws IllegalArgumentException if the name is empty or too long, has blanks, commas or
    ///   quotation marks, or holds for no time
    public SymbolAlias {
        boolean bad =
                symbol.isEmpty()
                        || symbol.length() > LONGEST
                        || symbol.chars()
                                .anyMatch(c ->
                                        Character.isWhitespace(c)
                                                || Character.isISOControl(c)
                                                || c == ','
                                                || c == '"');
        if (bad) {
            throw new IllegalArgumentException(
                    "'"
                            + symbol
                            + "' is no name of a market at a venue: 1 to "
                            + LONGEST
                            + " characters without blanks, commas and quotation marks");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    symbol + " holds from " + from + " to " + to + ", which is no time");
        }
    }

    /// A name that holds always.
    public static SymbolAlias always(MarketId market, String symbol) {
        return new SymbolAlias(market, symbol, ALWAYS_FROM, ALWAYS_TO);
    }

    /// Whether it is the market's name at a time.
    public boolean holdsAt(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    boolean overlaps(SymbolAlias other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}

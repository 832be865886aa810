package plumbline.simulator.market;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The markets of one venue with their histories, by symbol. A market is not known before the day
/// of its listing.
///
/// Threads: any thread.
public final class Markets {
    private final Map<String, MarketHistory> histories = new LinkedHashMap<>();

    /// @param seed of prices, the same for all venues
    /// @param venueSeed of what a venue has for itself: its trades, its outages and how far its
    ///   prices are from those of others
    public Markets(long seed, long venueSeed, List<SimulatedMarket> markets) {
        this(markets.stream().map(m -> new MarketHistory(seed, venueSeed, m)).toList());
    }

    private Markets(List<MarketHistory> markets) {
        markets.forEach(history -> histories.put(history.market().symbol(), history));
    }

    /// Markets of given candles.
    ///
    /// @param seed of the trades that are made from them
    public static Markets recorded(long seed, List<RecordedMarket> markets) {
        return new Markets(markets.stream().map(m -> new MarketHistory(seed, m)).toList());
    }

    /// The market of a symbol, if it was listed by `nowMs`.
    public Optional<MarketHistory> find(String symbol, long nowMs) {
        return Optional.ofNullable(histories.get(symbol))
                .filter(history -> history.market().listedMs() <= nowMs);
    }

    /// All that were listed by `nowMs`, in the venue's order.
    public List<MarketHistory> listed(long nowMs) {
        return histories.values().stream()
                .filter(history -> history.market().listedMs() <= nowMs)
                .toList();
    }
}

package plumbline.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Timeframe;
import plumbline.ui.text.Texts;

/// What a file's name and the folders it lies in say about its candles: `BTC_USDT-1h.csv`,
/// `Coinbase-BTC-USD-PT4H-2016.csv`, `binance/hour/btcusdt_trade.zip`.
///
/// @param market empty if nothing was recognised
/// @param timeframe empty if nothing was recognised
record NameGuess(String market, String timeframe) {
    private static final int FOLDERS = 3;
    private static final String NO_VENUE = "file";
    private static final List<String> QUOTES =
            List.of("FDUSD", "USDT", "USDC", "BUSD", "TUSD", "USD", "EUR", "GBP", "BTC", "ETH");
    private static final List<String> VENUES =
            List.of(
                    "binance",
                    "bitfinex",
                    "bitstamp",
                    "bybit",
                    "coinbase",
                    "drift",
                    "gemini",
                    "kraken",
                    "kucoin",
                    "okx");
    private static final Map<String, String> WORDS =
            Map.of("minute", "1m", "hour", "1h", "daily", "1d", "day", "1d", "d", "1d", "h", "1h");

    static NameGuess of(Path path) {
        List<String> names = names(path);
        return new NameGuess(market(names), timeframe(names));
    }

    /// The name and those of the folders it lies in, nearest first.
    private static List<String> names(Path path) {
        List<String> names = new ArrayList<>();
        for (Path at = path; at != null && names.size() <= FOLDERS; at = at.getParent()) {
            if (at.getFileName() != null) {
                names.add(
                        at.getFileName()
                                .toString()
                                .replaceAll("(?i)\\.(csv|gz|zip|parquet|txt)$", "")
                                .replaceAll("(?i)\\.(csv|txt)$", ""));
            }
        }
        return names;
    }

    private static List<String> words(String name) {
        return List.of(name.split("[^A-Za-z0-9]+"));
    }

    private static String market(List<String> names) {
        String venue =
                names.stream()
                        .map(n -> n.toLowerCase(Locale.ROOT))
                        .flatMap(n -> VENUES.stream().filter(n::contains))
                        .findFirst()
                        .orElse(NO_VENUE);
        for (String name : names) {
            Optional<String> pair = pair(words(name));
            if (pair.isPresent()) {
                return venue + ":" + pair.get();
            }
        }
        return "";
    }

    private static Optional<String> pair(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).toUpperCase(Locale.ROOT);
            String next = i + 1 < words.size() ? words.get(i + 1).toUpperCase(Locale.ROOT) : "";
            if (QUOTES.contains(next) && isBase(word)) {
                return Optional.of(word + "/" + next);
            }
            Optional<String> quote =
                    QUOTES.stream()
                            .filter(q -> word.endsWith(q) && isBase(cut(word, q)))
                            .max(Comparator.comparingInt(String::length));
            if (quote.isPresent()) {
                return Optional.of(cut(word, quote.get()) + "/" + quote.get());
            }
        }
        return Optional.empty();
    }

    private static String cut(String word, String end) {
        return word.substring(0, word.length() - end.length());
    }

    private static boolean isBase(String word) {
        return word.matches("[A-Z0-9]{2,10}")
                && !word.matches("\\d+")
                && !VENUES.contains(word.toLowerCase(Locale.ROOT));
    }

    private static String timeframe(List<String> names) {
        for (String name : names) {
            for (String word : words(name)) {
                String code = code(word);
                if (code != null) {
                    return code;
                }
            }
        }
        return "";
    }

    private static @Nullable String code(String word) {
        if (Timeframe.of(word).isPresent()) {
            return word;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.matches("pt?\\d+[mhd]")) { // ISO 8601: PT5M, P1D
            return Timeframe.of(lower.replaceAll("pt?", "")).map(Timeframe::code).orElse(null);
        }
        return WORDS.get(lower);
    }

    /// Whether a market id is well formed, and why not.
    static String problemOf(String market) {
        if (market.isEmpty()) {
            return Texts.of("data.import.noMarket");
        }
        try {
            MarketId.parse(market);
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }
}

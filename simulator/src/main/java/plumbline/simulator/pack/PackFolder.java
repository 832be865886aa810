package plumbline.simulator.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plumbline.engine.market.Timeframe;

/// A folder without a manifest: what its files are is told from their names, `SYMBOL.csv`,
/// `SYMBOL-1m-2024-01.zip`, and from the folders of LEAN, `minute/btcusdt/*.zip`,
/// `hour/btcusdt_trade.zip`.
///
/// Of a symbol that is there in several timeframes the finest is taken.
final class PackFolder {
    private static final Pattern FILE =
            Pattern.compile(
                    "([\\p{L}\\p{N}]+?)(?:_trade)?(?:-(1m|3m|5m|15m|30m|1h|2h|4h|6h|8h|12h|1d))?"
                            + "(?:-[\\d-]+)?\\.(?:csv|csv\\.gz|zip|parquet)");

    private static final Map<String, Timeframe> LEAN =
            Map.of("minute", Timeframe.M1, "hour", Timeframe.H1, "daily", Timeframe.D1);

    /// What prices are in, as ends of symbols.
    private static final List<String> QUOTES =
            List.of(
                    "FDUSD", "USDT", "USDC", "BUSD", "TUSD", "BTC", "ETH", "BNB", "EUR", "TRY",
                    "BRL", "USD");

    private static final List<String> SETTLED = List.of("USDT", "USDC", "BUSD");

    private final Path folder;
    private final List<String> faults;

    /// Files of a symbol, by how long their candles are said to be.
    private final Map<String, Map<Optional<Timeframe>, List<Path>>> found = new LinkedHashMap<>();

    private PackFolder(Path folder, List<String> faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /// @param faults what is wrong is added here
    static List<PackSource> sources(Path folder, List<String> faults) throws IOException {
        PackFolder pack = new PackFolder(folder, faults);
        for (Path path : children(folder)) {
            pack.add(path);
        }
        if (pack.found.isEmpty() && faults.isEmpty()) {
            faults.add(
                    folder
                            + ": holds no candle files; they are named like BTCUSDT-1m.csv, .csv.gz,"
                            + " .zip or .parquet, or are in a folder like minute/btcusdt");
        }
        List<PackSource> sources = new ArrayList<>();
        pack.found.forEach((symbol, files) -> pack.source(symbol, files).ifPresent(sources::add));
        return sources;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }

    private void add(Path path) throws IOException {
        String name = path.getFileName().toString();
        if (!Files.isDirectory(path)) {
            file(path, Optional.empty());
            return;
        }
        Timeframe timeframe = LEAN.get(name.toLowerCase(Locale.ROOT));
        if (timeframe == null) {
            return; // not of candles
        }
        for (Path child : children(path)) {
            if (Files.isDirectory(child)) {
                put(child.getFileName().toString(), Optional.of(timeframe), child);
            } else {
                file(child, Optional.of(timeframe));
            }
        }
    }

    private void file(Path path, Optional<Timeframe> timeframe) {
        String name = path.getFileName().toString();
        Matcher matcher = FILE.matcher(name);
        if (matcher.matches()) {
            Optional<Timeframe> said = Optional.ofNullable(matcher.group(2)).flatMap(Timeframe::of);
            put(String.valueOf(matcher.group(1)), timeframe.or(() -> said), path);
        } else if (name.matches(".*\\.(csv|csv\\.gz|zip|parquet)")) {
            faults.add(
                    path
                            + ": its name tells no symbol; name it like BTCUSDT-1m.csv, or write a"
                            + " pack.json");
        }
    }

    private void put(String symbol, Optional<Timeframe> timeframe, Path path) {
        found.computeIfAbsent(symbol.toUpperCase(Locale.ROOT), _ -> new LinkedHashMap<>())
                .computeIfAbsent(timeframe, _ -> new ArrayList<>())
                .add(path);
    }

    private Optional<PackSource> source(String symbol, Map<Optional<Timeframe>, List<Path>> files) {
        Optional<String> quote =
                QUOTES.stream()
                        .filter(q -> symbol.endsWith(q) && symbol.length() > q.length())
                        .findFirst();
        if (quote.isEmpty()) {
            faults.add(
                    folder
                            + ": what "
                            + symbol
                            + " is priced in cannot be told from its name; say base and quote in a"
                            + " pack.json");
            return Optional.empty();
        }
        Optional<Timeframe> finest =
                files.keySet().stream()
                        .min(Comparator.comparingLong(t -> t.map(Timeframe::millis).orElse(0L)))
                        .orElseThrow();
        return Optional.of(
                new PackSource(
                        venues(quote.get()),
                        symbol,
                        symbol.substring(0, symbol.length() - quote.get().length()),
                        quote.get(),
                        finest,
                        Optional.empty(),
                        Optional.empty(),
                        files.getOrDefault(finest, List.of())));
    }

    /// Those of Binance that can have a market.
    static List<String> venues(String quote) {
        return SETTLED.contains(quote) ? List.of("binance", "binance-usdm") : List.of("binance");
    }
}

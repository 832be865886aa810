package plumbline.simulator.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import plumbline.simulator.market.RecordedMarket;

/// Markets whose candles are given: a folder with a manifest `pack.json`, or of candle files whose
/// names tell their symbols. See `docs/simulator.md`.
///
/// Candles are kept as they are read, about 50 bytes each.
///
/// Threads: any thread; immutable.
public final class DataPack {
    /// No pack: all markets are drawn from the seed.
    public static final DataPack NONE = new DataPack("", "", Map.of());

    private final String name;
    private final String licence;
    private final Map<String, List<RecordedMarket>> byVenue;

    private DataPack(String name, String licence, Map<String, List<RecordedMarket>> byVenue) {
        this.name = name;
        this.licence = licence;
        this.byVenue = byVenue;
    }

    /// Reads a pack.
    ///
    /// @param now candles that end later are not finished
    /// @throws PackException if it cannot be played as it is; it names all that is wrong
    /// @throws IOException if the folder is not there or cannot be read
    public static DataPack read(Path folder, Instant now) throws IOException, PackException {
        List<String> faults = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            throw new PackException(List.of(folder + ": is no folder; name that of a pack"));
        }
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        String licence = "";
        List<PackSource> sources;
        OptionalLong from = OptionalLong.empty();
        OptionalLong to = OptionalLong.empty();
        if (Files.exists(folder.resolve(PackManifest.NAME))) {
            PackManifest manifest = PackManifest.read(folder, faults);
            sources = manifest.sources();
            name = manifest.name();
            licence = manifest.licence();
            from = manifest.fromMs();
            to = manifest.toMs();
        } else {
            sources = PackFolder.sources(folder, faults);
        }
        Map<String, List<RecordedMarket>> byVenue = markets(folder, sources, now, faults);
        DataPack pack = new DataPack(name, licence, byVenue);
        pack.checkSpan(folder, from, to, faults);
        if (!faults.isEmpty()) {
            throw new PackException(faults);
        }
        return pack;
    }

    private static Map<String, List<RecordedMarket>> markets(
            Path folder, List<PackSource> sources, Instant now, List<String> faults)
            throws IOException {
        Map<String, List<RecordedMarket>> byVenue = new LinkedHashMap<>();
        Set<String> known = new LinkedHashSet<>();
        for (PackSource source : sources) {
            for (String venue : source.venues()) {
                if (!known.add(venue + ":" + source.symbol())) {
                    faults.add(
                            folder
                                    + ": "
                                    + source.symbol()
                                    + " of "
                                    + venue
                                    + " is there twice; keep one");
                }
            }
            new PackReader(source, now, faults)
                    .read()
                    .ifPresent(market ->
                            source.venues()
                                    .forEach(venue ->
                                            byVenue.computeIfAbsent(venue, _ -> new ArrayList<>())
                                                    .add(market)));
        }
        return byVenue;
    }

    private void checkSpan(Path folder, OptionalLong from, OptionalLong to, List<String> faults) {
        for (RecordedMarket market : markets()) {
            long first = market.candles().firstOpenMs();
            if (first < from.orElse(first) || market.endMs() > to.orElse(market.endMs())) {
                faults.add(
                        folder.resolve(PackManifest.NAME)
                                + ": candles of "
                                + market.market().symbol()
                                + " are from "
                                + Instant.ofEpochMilli(first)
                                + " to "
                                + Instant.ofEpochMilli(market.endMs())
                                + ", which is not within the span; correct the span");
            }
        }
    }

    private Set<RecordedMarket> markets() {
        Set<RecordedMarket> markets = new LinkedHashSet<>();
        byVenue.values().forEach(markets::addAll);
        return markets;
    }

    /// What it calls itself; empty if it is none.
    public String name() {
        return name;
    }

    /// Under what it may be passed on, if it says so.
    public String licence() {
        return licence;
    }

    public boolean isEmpty() {
        return byVenue.isEmpty();
    }

    /// Symbols by venue.
    public Map<String, List<String>> symbols() {
        Map<String, List<String>> symbols = new LinkedHashMap<>();
        byVenue.forEach((venue, markets) ->
                symbols.put(venue, markets.stream().map(m -> m.market().symbol()).toList()));
        return symbols;
    }

    /// What it has for a venue: if there is anything, the venue has nothing else.
    ///
    /// @param venue name of its address, for example `binance-usdm`
    public List<RecordedMarket> of(String venue) {
        return byVenue.getOrDefault(venue, List.of());
    }

    /// When the last of its candles ends, epoch milliseconds UTC; empty if there is none.
    public OptionalLong endMs() {
        return markets().stream().mapToLong(RecordedMarket::endMs).max();
    }
}

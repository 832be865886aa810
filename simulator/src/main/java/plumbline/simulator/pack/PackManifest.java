package plumbline.simulator.pack;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Suggestions;
import plumbline.simulator.fault.JsonFields;

/// The manifest of a pack, `pack.json`: `{"name", "licence", "span": {"from", "to"}, "markets":
/// [{"venue", "symbol", "base", "quote", "tick", "lot", "timeframe", "format", "files": [{"path",
/// "sha256"}]}]}`. A market without a venue is one of Binance.
final class PackManifest {
    static final String NAME = "pack.json";

    private static final List<String> VENUES =
            List.of("binance", "binance-usdm", "kraken", "coinbase");
    private static final List<String> FORMATS = List.of("csv", "lean", "binance", "parquet");
    private static final int MOST_DECIMALS = 8;

    private final Path folder;
    private final List<String> faults;
    private final List<PackSource> sources = new ArrayList<>();
    private String name = "";
    private String licence = "";
    private OptionalLong from = OptionalLong.empty();
    private OptionalLong to = OptionalLong.empty();

    private PackManifest(Path folder, List<String> faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /// @param faults what is wrong is added here
    static PackManifest read(Path folder, List<String> faults) throws IOException {
        PackManifest manifest = new PackManifest(folder, faults);
        try {
            manifest.fields(JsonFields.of(Files.readString(folder.resolve(NAME))));
        } catch (IllegalArgumentException e) { // of the document as a whole
            manifest.fault(ErrorText.of(e));
        }
        return manifest;
    }

    String name() {
        return name;
    }

    String licence() {
        return licence;
    }

    List<PackSource> sources() {
        return sources;
    }

    /// When its candles begin, if it says so: epoch milliseconds UTC.
    OptionalLong fromMs() {
        return from;
    }

    /// When they end.
    OptionalLong toMs() {
        return to;
    }

    private void fault(String what) {
        faults.add(folder.resolve(NAME) + ": " + what);
    }

    private void fields(JsonFields fields) throws IOException {
        name = fields.text("name").orElse(String.valueOf(folder.getFileName()));
        licence = fields.text("licence").orElse("");
        fields.object("span")
                .ifPresent(span -> {
                    from = span.time("from");
                    to = span.time("to");
                    span.requireNoOther();
                });
        List<JsonFields> markets = fields.objects("markets");
        fields.requireNoOther();
        if (markets.isEmpty()) {
            fault("markets must name one market at least");
        }
        for (JsonFields market : markets) {
            try {
                sources.add(market(market));
            } catch (IllegalArgumentException e) { // the others are looked at, too
                fault(ErrorText.of(e));
            }
        }
    }

    private PackSource market(JsonFields fields) throws IOException {
        String symbol = fields.required("symbol");
        String base = fields.required("base");
        String quote = fields.required("quote");
        List<String> venues =
                fields.text("venue").map(PackManifest::venue).orElse(PackFolder.venues(quote));
        Optional<Timeframe> timeframe =
                fields.text("timeframe")
                        .map(code ->
                                Timeframe.of(code)
                                        .orElseThrow(() -> fields.wrong("timeframe", "like 1m")));
        Optional<Integer> tick = decimals(fields, "tick");
        Optional<Integer> lot = decimals(fields, "lot");
        fields.text("format").ifPresent(format -> known("format", format, FORMATS));
        List<Path> files = new ArrayList<>();
        for (JsonFields file : fields.objects("files")) {
            file(file).ifPresent(files::add);
        }
        fields.requireNoOther();
        return new PackSource(venues, symbol, base, quote, timeframe, tick, lot, files);
    }

    private static List<String> venue(String venue) {
        known("venue", venue, VENUES);
        return List.of(venue);
    }

    private static void known(String what, String name, List<String> known) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException(Suggestions.unknown(what, name, known));
        }
    }

    /// Of a step like `0.01`.
    private static Optional<Integer> decimals(JsonFields fields, String name) {
        return fields.text(name)
                .map(text -> {
                    if (!text.matches("1|0\\.0{0,7}1")) {
                        throw fields.wrong(
                                name,
                                "a text like \"0.01\", a 1 with at most 8 decimals before it");
                    }
                    return Math.min(MOST_DECIMALS, new BigDecimal(text).scale());
                });
    }

    private Optional<Path> file(JsonFields fields) throws IOException {
        String path = fields.required("path");
        String sha256 = fields.required("sha256").toLowerCase(Locale.ROOT);
        fields.requireNoOther();
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
            fault("there is no file " + path + " in the folder of the pack");
            return Optional.empty();
        }
        String found = sha256(file);
        if (!found.equals(sha256)) {
            faults.add(
                    file
                            + ": its sha256 is "
                            + found
                            + ", where the manifest says "
                            + sha256
                            + "; get it again, or correct the manifest if the change is yours");
            return Optional.empty();
        }
        return Optional.of(file);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested =
                        new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

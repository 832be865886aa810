package plumbline.engine.exchange.symbol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.market.MarketId;

/// Names of markets at venues, in both directions and over time.
class SymbolMapTest {
    private static final Instant RENAMED = Instant.parse("2024-09-10T00:00:00Z");
    private static final Instant BEFORE = RENAMED.minusSeconds(1);

    private final SymbolMap map = new SymbolMap();

    private static SymbolAlias always(String market, String symbol) {
        return SymbolAlias.always(MarketId.parse(market), symbol);
    }

    @Test
    void theSameNameOfTwoSegments() {
        map.register(always("binance:BTC/USDT", "BTCUSDT"));
        map.register(always("binance-usdm:BTC/USDT:USDT", "BTCUSDT"));

        assertThat(map.market("binance", "BTCUSDT", RENAMED))
                .contains(MarketId.parse("binance:BTC/USDT"));
        assertThat(map.market("binance-usdm", "BTCUSDT", RENAMED))
                .contains(MarketId.parse("binance-usdm:BTC/USDT:USDT"));
        assertThat(map.market("kraken", "BTCUSDT", RENAMED)).isEmpty();
    }

    /// `DOGEUR` is a trap for whoever cuts names: it is not DOGE.
    @Test
    void namesAreNotCut() {
        map.register(always("kraken:DOG/EUR", "DOGEUR"));
        map.register(always("kraken:DOGE/EUR", "XDGEUR"));

        assertThat(map.market("kraken", "DOGEUR", RENAMED))
                .contains(MarketId.parse("kraken:DOG/EUR"));
        assertThat(map.symbol(MarketId.parse("kraken:DOGE/EUR"), RENAMED)).contains("XDGEUR");
    }

    @Test
    void aMarketThatWasRenamedHasEachNameInItsTime() {
        MarketId market = MarketId.parse("binance:POL/USDT");
        map.register(SymbolAlias.always(market, "MATICUSDT"));

        assertThat(map.rename(market, "POLUSDT", RENAMED)).isEmpty();

        assertThat(map.symbol(market, BEFORE)).contains("MATICUSDT");
        assertThat(map.symbol(market, RENAMED)).contains("POLUSDT");
        assertThat(map.market("binance", "MATICUSDT", BEFORE)).contains(market);
        assertThat(map.market("binance", "MATICUSDT", RENAMED)).isEmpty();
        assertThat(map.history(market))
                .extracting(SymbolAlias::symbol)
                .containsExactly("MATICUSDT", "POLUSDT");
    }

    @Test
    void anOldNameMayBeAnotherMarketsLater() {
        MarketId old = MarketId.parse("x:OLD/USD");
        MarketId other = MarketId.parse("x:NEW/USD");
        map.register(new SymbolAlias(old, "LUNA", SymbolAlias.ALWAYS_FROM, RENAMED));

        assertThat(map.register(new SymbolAlias(other, "LUNA", RENAMED, SymbolAlias.ALWAYS_TO)))
                .isEmpty();
        assertThat(map.market("x", "LUNA", BEFORE)).contains(old);
        assertThat(map.market("x", "LUNA", RENAMED)).contains(other);
    }

    @Test
    void conflictsAreNamedAndChangeNothing() {
        map.register(always("x:A/USD", "AUSD"));
        map.register(always("x:B/USD", "BUSD"));
        List<SymbolAlias> before = map.all();

        assertThat(map.register(always("x:C/USD", "AUSD")))
                .singleElement()
                .hasToString("AUSD is the name of x:A/USD already");
        assertThat(map.register(always("x:A/USD", "XAUSD")))
                .singleElement()
                .hasToString("x:A/USD is called AUSD already");
        assertThat(map.register(always("x:A/USD", "BUSD"))).hasSize(2);
        assertThat(map.rename(MarketId.parse("x:A/USD"), "BUSD", RENAMED)).hasSize(1);
        assertThat(map.all()).isEqualTo(before);
        assertThat(map.register(before.getFirst())).isEmpty(); // it is there
        assertThat(map.all()).isEqualTo(before);
    }

    @Test
    void whatIsTakenBackIsGone() {
        SymbolAlias alias = always("x:A/USD", "AUSD");
        map.register(alias);

        assertThat(map.unregister(alias)).isTrue();
        assertThat(map.unregister(alias)).isFalse();
        assertThat(map.market("x", "AUSD", RENAMED)).isEmpty();
        assertThat(map.all()).isEmpty();
    }

    @Test
    void isCarriedAsText() {
        map.register(always("binance:币安人生/USDT", "币安人生USDT"));
        map.register(always("binance:POL/USDT", "MATICUSDT"));
        map.rename(MarketId.parse("binance:POL/USDT"), "POLUSDT", RENAMED);
        String text = SymbolMapText.write(map.all());

        SymbolMapText.Content read = SymbolMapText.read(text);

        assertThat(read.faults()).isEmpty();
        assertThat(read.aliases()).isEqualTo(map.all());
        assertThat(text).contains("binance:POL/USDT,MATICUSDT,,2024-09-10T00:00:00Z\n");
    }

    @Test
    void badLinesAreNamedAndTheOthersRead() {
        SymbolMapText.Content read =
                SymbolMapText.read(
                        """
                        market,symbol,from,to
                        x:A/USD,AUSD,,
                        x:B/USD,BUSD
                        nonsense,BUSD,,
                        x:C/USD,C USD,,
                        x:D/USD,DUSD,yesterday,
                        x:E/USD,EUSD,2024-01-02T00:00:00Z,2024-01-01T00:00:00Z
                        """);

        assertThat(read.aliases()).containsExactly(always("x:A/USD", "AUSD"));
        assertThat(read.faults()).hasSize(5);
        assertThat(read.faults().getFirst()).contains("line 3", "found 2 fields");
        assertThat(read.faults().get(1)).contains("line 4", "'nonsense' is not a market id");
        assertThat(read.faults().getLast()).contains("line 7", "which is no time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A B", "A,B", "A\"B", "A\nB"})
    void whatIsNoName(String symbol) {
        assertThatThrownBy(() -> always("x:A/USD", symbol))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no name of a market at a venue");
    }

    /// Every market that LEAN lists of six venues, by its own name of quote and the venue's of the
    /// market: there and back.
    @Test
    void thereAndBackForEveryMarketOfLean() throws IOException {
        Path file =
                Path.of(System.getProperty("plumbline.testdata", ""))
                        .resolve("lean/Data/symbol-properties/symbol-properties-database.csv.gz");
        assumeTrue(
                Files.exists(file),
                "no markets: set -Dplumbline.testdata to the folder that holds " + file);
        List<SymbolAlias> all = lean(file);
        List<SymbolMap.Conflict> conflicts = new ArrayList<>();
        all.forEach(alias -> conflicts.addAll(map.register(alias)));

        assertThat(all).hasSizeGreaterThan(9000);
        assertThat(conflicts).isEmpty();
        for (SymbolAlias alias : all) {
            assertThat(map.market(alias.market().venue(), alias.symbol(), RENAMED))
                    .contains(alias.market());
            assertThat(map.symbol(alias.market(), RENAMED)).contains(alias.symbol());
        }
        assertThat(SymbolMapText.read(SymbolMapText.write(map.all())).aliases())
                .isEqualTo(map.all());
    }

    private static List<SymbolAlias> lean(Path file) throws IOException {
        List<SymbolAlias> all = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",", -1);
                boolean crypto = fields.length > 8 && fields[2].startsWith("crypto");
                if (crypto && !fields[8].isEmpty() && fields[1].endsWith(fields[4])) {
                    String base = fields[1].substring(0, fields[1].length() - fields[4].length());
                    boolean future = fields[2].equals("cryptofuture");
                    MarketId market =
                            MarketId.parse(
                                    fields[0]
                                            + (future ? "-futures" : "")
                                            + ':'
                                            + base
                                            + '/'
                                            + fields[4]
                                            + (future ? ':' + fields[4] : ""));
                    all.add(SymbolAlias.always(market, fields[8]));
                }
            }
        }
        return all;
    }
}

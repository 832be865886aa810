package plumbline.app;

import java.util.Arrays;
import java.util.Optional;
import plumbline.engine.config.ConfigKey;
import plumbline.engine.config.ConfigKeys;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.binance.Binance;
import plumbline.engine.exchange.binance.Binance.Segment;
import plumbline.engine.exchange.coinbase.Coinbase;
import plumbline.engine.exchange.http.HttpTransport;
import plumbline.engine.exchange.http.Timing;
import plumbline.engine.exchange.http.VenueEvents;
import plumbline.engine.exchange.kraken.Kraken;

/// The exchanges that the program knows.
enum Venue {
    BINANCE("binance", ConfigKeys.EXCHANGES_BINANCE_URL, binance(Segment.SPOT)),
    BINANCE_USDM("binance-usdm", ConfigKeys.EXCHANGES_BINANCE_USDM_URL, binance(Segment.USDM)),
    COINBASE("coinbase", ConfigKeys.EXCHANGES_COINBASE_URL, Coinbase::new),
    KRAKEN("kraken", ConfigKeys.EXCHANGES_KRAKEN_URL, Kraken::new);

    private final String code;
    private final ConfigKey<String> address;
    private final Opener opener;

    private interface Opener {
        Exchange open(String url, HttpTransport transport, Timing timing, VenueEvents events);
    }

    Venue(String code, ConfigKey<String> address, Opener opener) {
        this.code = code;
        this.address = address;
        this.opener = opener;
    }

    private static Opener binance(Segment segment) {
        return (url, transport, timing, events) ->
                new Binance(segment, url, transport, timing, events);
    }

    /// The one of that name, if there is one.
    static Optional<Venue> of(String code) {
        return Arrays.stream(values()).filter(venue -> venue.code.equals(code)).findFirst();
    }

    /// Our name of it, which markets have too.
    String code() {
        return code;
    }

    /// The setting that says where it is.
    ConfigKey<String> address() {
        return address;
    }

    /// @param url where its paths begin
    Exchange open(String url, HttpTransport transport, Timing timing, VenueEvents events) {
        return opener.open(url, transport, timing, events);
    }
}

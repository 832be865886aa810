package plumbline.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plumbline.engine.config.ConfigKey;
import plumbline.engine.config.ConfigKeys;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.binance.Binance;
import plumbline.engine.exchange.binance.Binance.Segment;
import plumbline.engine.exchange.coinbase.Coinbase;
import plumbline.engine.exchange.drift.Drift;
import plumbline.engine.exchange.drift.Drift.Deployment;
import plumbline.engine.exchange.http.HttpTransport;
import plumbline.engine.exchange.http.Timing;
import plumbline.engine.exchange.http.VenueEvents;
import plumbline.engine.exchange.kraken.Kraken;

/// The exchanges that the program knows.
enum Venue {
    BINANCE("binance", ConfigKeys.EXCHANGES_BINANCE_URL, binance(Segment.SPOT)),
    BINANCE_USDM("binance-usdm", ConfigKeys.EXCHANGES_BINANCE_USDM_URL, binance(Segment.USDM)),
    COINBASE("coinbase", ConfigKeys.EXCHANGES_COINBASE_URL, one(Coinbase::new)),
    KRAKEN("kraken", ConfigKeys.EXCHANGES_KRAKEN_URL, one(Kraken::new)),
    DRIFT(
            "drift",
            List.of(
                    new Address(ConfigKeys.EXCHANGES_DRIFT_URL, "drift-data"),
                    new Address(ConfigKeys.EXCHANGES_DRIFT_DLOB_URL, "drift-dlob")),
            drift(Deployment.DRIFT)),
    VELOCITY(
            "velocity",
            List.of(
                    new Address(ConfigKeys.EXCHANGES_VELOCITY_URL, "velocity-data"),
                    new Address(ConfigKeys.EXCHANGES_VELOCITY_DLOB_URL, "velocity-dlob")),
            drift(Deployment.VELOCITY));

    private final String code;
    private final List<Address> addresses;
    private final Opener opener;

    /// Where a server of an exchange is.
    ///
    /// @param key the setting that says so
    /// @param simulated the same below the address of a simulator
    record Address(ConfigKey<String> key, String simulated) {}

    private interface Opener {
        Exchange open(
                List<String> urls, HttpTransport transport, Timing timing, VenueEvents events);
    }

    private interface OneServer {
        Exchange open(String url, HttpTransport transport, Timing timing, VenueEvents events);
    }

    Venue(String code, ConfigKey<String> address, Opener opener) {
        this(code, List.of(new Address(address, code)), opener);
    }

    Venue(String code, List<Address> addresses, Opener opener) {
        this.code = code;
        this.addresses = addresses;
        this.opener = opener;
    }

    private static Opener one(OneServer opener) {
        return (urls, transport, timing, events) ->
                opener.open(urls.getFirst(), transport, timing, events);
    }

    private static Opener binance(Segment segment) {
        return one((url, transport, timing, events) ->
                new Binance(segment, url, transport, timing, events));
    }

    private static Opener drift(Deployment deployment) {
        return (urls, transport, timing, events) ->
                new Drift(deployment, urls.getFirst(), urls.getLast(), transport, timing, events);
    }

    /// The one of that name, if there is one.
    static Optional<Venue> of(String code) {
        return Arrays.stream(values()).filter(venue -> venue.code.equals(code)).findFirst();
    }

    /// Our name of it, which markets have too.
    String code() {
        return code;
    }

    /// Where its servers are; most have one.
    List<Address> addresses() {
        return addresses;
    }

    /// @param urls where the paths of each server begin, in the order of [#addresses]
    Exchange open(List<String> urls, HttpTransport transport, Timing timing, VenueEvents events) {
        return opener.open(urls, transport, timing, events);
    }
}

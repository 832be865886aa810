package plumbline.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import plumbline.app.Exchanges;
import plumbline.app.MarketNames;
import plumbline.app.OpenHome;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.history.Downloads;
import plumbline.engine.exchange.http.VenueEvent;
import plumbline.engine.exchange.http.VenueState;
import plumbline.engine.exchange.symbol.SymbolAlias;
import plumbline.engine.market.MarketId;
import plumbline.ui.exchange.ExchangeServices;

/// The exchanges for the window, with threads of their own.
///
/// Thread-safe. Closing ends all calls.
final class WindowExchanges implements ExchangeServices, AutoCloseable {
    private final Exchanges exchanges;
    private final Path home;
    private final Downloads downloads;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param exchanges are closed with this
    WindowExchanges(Exchanges exchanges, OpenHome home) {
        this.exchanges = exchanges;
        this.home = home.home().folder();
        downloads = new Downloads(home.candles(), home.check(), home.audit(), exchanges.isTest());
    }

    @Override
    public List<String> venues() {
        return Exchanges.venues();
    }

    @Override
    public Exchange exchange(String venue) {
        return exchanges.of(venue);
    }

    @Override
    public List<VenueState> states() {
        return exchanges.states();
    }

    @Override
    public List<VenueEvent> events() {
        return exchanges.recentEvents();
    }

    @Override
    public List<SymbolAlias> names(MarketId market) {
        return MarketNames.of(home).of(market);
    }

    @Override
    public Downloads downloads() {
        return downloads;
    }

    @Override
    public String simulator() {
        return exchanges.simulator();
    }

    @Override
    public Executor threads() {
        return threads;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        exchanges.close();
    }
}

package plumbline.app.window;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import plumbline.app.Exchanges;
import plumbline.app.OpenHome;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.history.Downloads;
import plumbline.engine.exchange.http.VenueEvent;
import plumbline.engine.exchange.http.VenueState;
import plumbline.ui.exchange.ExchangeServices;

/// The exchanges for the window, with threads of their own.
///
/// Thread-safe. Closing ends all calls.
final class WindowExchanges implements ExchangeServices, AutoCloseable {
    private final Exchanges exchanges;
    private final Downloads downloads;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param exchanges are closed with this
    WindowExchanges(Exchanges exchanges, OpenHome home) {
        this.exchanges = exchanges;
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

package plumbline.ui.exchange;

import java.util.List;
import java.util.concurrent.Executor;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.history.Downloads;
import plumbline.engine.exchange.http.VenueEvent;
import plumbline.engine.exchange.http.VenueState;
import plumbline.engine.exchange.symbol.SymbolAlias;
import plumbline.engine.market.MarketId;

/// Port: the exchanges, as the window needs them.
///
/// Thread-safe; what blocks says so.
public interface ExchangeServices {
    /// Our names of all that there are.
    List<String> venues();

    /// An exchange, opened when it is first asked for. Its calls block.
    Exchange exchange(String venue);

    /// How it stands with those that were asked for something.
    List<VenueState> states();

    /// What changed lately in how they are called, oldest first.
    List<VenueEvent> events();

    /// What a market was called at other times. Reads a file.
    List<SymbolAlias> names(MarketId market);

    /// Where candles go.
    Downloads downloads();

    /// Where all exchanges are simulated; empty if they are those of the world.
    String simulator();

    /// Threads for calls, as many as are wanted: each mostly waits.
    Executor threads();
}

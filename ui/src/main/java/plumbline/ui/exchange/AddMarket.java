package plumbline.ui.exchange;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;
import plumbline.ui.control.Cards;
import plumbline.ui.control.Notices;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.job.Jobs;

/// Brings markets of exchanges into the window: asks which, and downloads their candles.
///
/// Threads: FX thread.
public final class AddMarket {
    private static final SeriesKey USUAL =
            new SeriesKey(MarketId.parse("binance:BTC/USDT"), Timeframe.H1);

    private final MarketDirectory directory;
    private final MarketDownloads downloads;
    private final Cards cards;
    private @Nullable AddMarketCard card;

    /// What it stands on.
    ///
    /// @param show opens a chart of candles that are stored
    public record Surroundings(
            FxTasks tasks, Jobs jobs, Notices notices, Cards cards, Consumer<SeriesKey> show) {}

    public AddMarket(ExchangeServices services, Surroundings around) {
        this.cards = around.cards();
        directory = new MarketDirectory(around.tasks(), services);
        downloads = new MarketDownloads(services, around);
    }

    /// Downloads what most look at first, and shows it.
    public void usual() {
        downloads.start(USUAL, Span.usual(USUAL.timeframe()));
    }

    /// Asks which market is wanted.
    ///
    /// @param text what is looked for, to begin with
    public void open(String text) {
        if (card == null) {
            card = new AddMarketCard(directory, downloads, cards::close);
        }
        cards.open(card);
        card.begin(text);
    }
}

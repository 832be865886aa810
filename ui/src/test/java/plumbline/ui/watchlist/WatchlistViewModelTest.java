package plumbline.ui.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import plumbline.engine.feed.CandleQuery;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.Timeframe;
import plumbline.ui.fx.FxTasks;

class WatchlistViewModelTest {
    private static final long HOUR = 3_600_000L;
    private static final SeriesKey GOOD = key("file:A/USD");
    private static final SeriesKey BAD = key("file:B/USD");

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private List<SeriesInfo> stored = List.of();
    private boolean isAway;

    private static SeriesKey key(String market) {
        return new SeriesKey(MarketId.parse(market), Timeframe.H1);
    }

    private static SeriesInfo info(SeriesKey key) {
        return new SeriesInfo(key, 100, 0, 99 * HOUR, "test");
    }

    private Object answer(Method method, Object[] arguments) {
        if (isAway) {
            throw new StorageException("the server is away");
        }
        return switch (method.getName()) {
            case "list" -> stored;
            case "info" -> Optional.of(info((SeriesKey) arguments[0]));
            case "forming" -> Optional.of(new Candle(100 * HOUR, 2, 2, 2, 2, 1));
            case "load" -> load((SeriesKey) arguments[0]);
            default -> throw new IllegalStateException(method.getName());
        };
    }

    private static CandleSeries load(SeriesKey key) {
        if (key.equals(BAD)) {
            throw new StorageException("block 3 of file:B/USD does not match its checksum");
        }
        CandleSeries.Builder candles = CandleSeries.builder(100);
        for (int i = 0; i < 100; i++) {
            candles.add(i * HOUR, 1, 1, 1, 1, 1);
        }
        return candles.build();
    }

    private WatchlistViewModel model() {
        CandleRepository repository =
                (CandleRepository)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {CandleRepository.class},
                                (proxy, method, arguments) -> answer(method, arguments));
        return new WatchlistViewModel(
                new FxTasks(waiting::add, Runnable::run), repository, new CandleQuery(repository));
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void aBrokenSeriesSaysSoInItsRowAndTheOthersStay() {
        stored = List.of(info(GOOD), info(BAD));
        WatchlistViewModel model = model();
        model.refresh();
        work();

        assertThat(model.markets()).containsExactly(GOOD.market(), BAD.market());
        assertThat(model.rows().getFirst().problem()).isEmpty();
        assertThat(model.rows().getLast().problem()).contains("checksum");
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void theLastPriceIsThatOfTheCandleThatIsNotOverYet() {
        stored = List.of(info(GOOD));
        WatchlistViewModel model = model();
        model.refresh();
        work();

        assertThat(model.rows().getFirst().last()).isEqualTo(2);
        assertThat(model.rows().getFirst().change()).isEqualTo(1);
    }

    @Test
    void emptyIsSaidOnlyWhenItIsKnown() {
        WatchlistViewModel model = model();
        model.refresh();
        assertThat(model.emptyProperty().get()).isFalse();
        work();
        assertThat(model.emptyProperty().get()).isTrue();

        isAway = true;
        model.refresh();
        work();
        assertThat(model.emptyProperty().get()).isFalse();
        assertThat(model.problemProperty().get()).contains("away");
    }

    @Test
    void theFilterAndTheOrderChangeWhatIsShownAndWalkedButNotWhatThereIs() {
        stored = List.of(info(GOOD), info(BAD), info(key("file:C/USD")));
        WatchlistViewModel model = model();
        model.refresh();
        work();

        model.order(MarketOrder.USUAL.clicked(MarketOrder.Column.LAST));
        assertThat(model.shownRows())
                .extracting(row -> row.market().pair())
                .containsExactly("A/USD", "C/USD", "B/USD"); // what is not known is last
        model.order(MarketOrder.USUAL.clicked(MarketOrder.Column.MARKET));
        assertThat(model.shownRows())
                .extracting(row -> row.market().pair())
                .containsExactly("C/USD", "B/USD", "A/USD");

        model.filter(" file c ");
        assertThat(model.shownRows())
                .extracting(row -> row.market().pair())
                .containsExactly("C/USD");
        model.walk(1);
        assertThat(model.chosenProperty().get()).hasToString("file:C/USD");
        assertThat(model.markets()).hasSize(3);
    }

    @Test
    void anOrderIsKeptAsText() {
        MarketOrder order = MarketOrder.USUAL.clicked(MarketOrder.Column.CHANGE);

        assertThat(order.text()).isEqualTo("change-down");
        assertThat(MarketOrder.of("change-down")).isEqualTo(order);
        assertThat(MarketOrder.of("volume")).isEqualTo(MarketOrder.USUAL);
    }
}

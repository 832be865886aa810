package plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.Timeframe;
import plumbline.ui.fx.FxTasks;

class StoreWatchTest {
    private static final MarketId A = MarketId.parse("file:A/USD");
    private static final MarketId B = MarketId.parse("file:B/USD");

    private final List<Runnable> later = new ArrayList<>();
    private final List<Set<MarketId>> told = new ArrayList<>();
    private List<SeriesInfo> stored = List.of(info(A, 10));
    private String version = "1";
    private boolean isBroken;

    private static SeriesInfo info(MarketId market, long candles) {
        return new SeriesInfo(new SeriesKey(market, Timeframe.H1), candles, 0, candles, "test");
    }

    private StoreWatch watch() {
        CandleRepository repository =
                (CandleRepository)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {CandleRepository.class},
                                (proxy, method, arguments) -> answer(method.getName()));
        return new StoreWatch(
                new FxTasks(Runnable::run, Runnable::run, (time, work) -> later.add(work)),
                repository,
                () -> stored.isEmpty() ? null : stored.getFirst().key(),
                told::add);
    }

    private Object answer(String method) {
        if (isBroken) {
            throw new StorageException("the server is away");
        }
        return method.equals("list") ? stored : version;
    }

    private void aSecondPasses() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }

    @Test
    void whatAnotherProgramStoresIsNoticedWithinASecond() {
        watch().start();
        aSecondPasses();
        assertThat(told).isEmpty();

        stored = List.of(info(A, 11), info(B, 5));
        aSecondPasses();
        stored = List.of(info(A, 11));
        aSecondPasses();

        assertThat(told).containsExactly(Set.of(A, B), Set.of(B));
    }

    @Test
    void candlesThatWereReplacedAreNoticedInTheSeriesInView() {
        watch().start();
        version = "2";
        aSecondPasses();
        aSecondPasses();

        assertThat(told).containsExactly(Set.of(A));
    }

    @Test
    void aStoreThatIsAwayIsAskedAgain() {
        watch().start();
        isBroken = true;
        aSecondPasses();
        isBroken = false;
        stored = List.of(info(A, 12));
        aSecondPasses();

        assertThat(told).containsExactly(Set.of(A));
    }

    @Test
    void aClosedWatchAsksNoMore() {
        StoreWatch watch = watch();
        watch.start();
        watch.close();
        stored = List.of();
        aSecondPasses();

        assertThat(told).isEmpty();
        assertThat(later).isEmpty();
    }
}

package plumbline.ui.shell;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.ui.fx.FxTasks;

/// Notices what another program stores: once a second it asks, in the background, what is stored
/// and in which version, which reads no candles. A store that cannot be reached changes nothing;
/// whoever reads candles tells of that.
///
/// Threads: FX thread.
final class StoreWatch implements AutoCloseable {
    static final Duration PERIOD = Duration.ofSeconds(1);

    private final FxTasks tasks;
    private final CandleRepository repository;
    private final Consumer<Set<MarketId>> changed;
    private @Nullable Map<SeriesKey, String> known;
    private boolean closed;

    /// @param changed told which markets have other candles than a second ago
    StoreWatch(FxTasks tasks, CandleRepository repository, Consumer<Set<MarketId>> changed) {
        this.tasks = tasks;
        this.repository = repository;
        this.changed = changed;
    }

    void start() {
        tasks.run(
                this::look,
                seen -> {
                    compare(seen);
                    again();
                },
                failure -> again());
    }

    @Override
    public void close() {
        closed = true;
    }

    private void again() {
        if (!closed) {
            tasks.later(
                    PERIOD,
                    () -> {
                        if (!closed) {
                            start();
                        }
                    });
        }
    }

    private Map<SeriesKey, String> look() {
        Map<SeriesKey, String> seen = new HashMap<>();
        for (SeriesInfo info : repository.list()) {
            seen.put(info.key(), info + " " + repository.version(info.key()));
        }
        return seen;
    }

    private void compare(Map<SeriesKey, String> seen) {
        Map<SeriesKey, String> before = known;
        known = seen;
        if (before == null || before.equals(seen)) {
            return;
        }
        Set<MarketId> markets = new HashSet<>();
        seen.forEach((key, version) -> {
            if (!version.equals(before.get(key))) {
                markets.add(key.market());
            }
        });
        before.keySet().stream()
                .filter(key -> !seen.containsKey(key))
                .forEach(key -> markets.add(key.market()));
        changed.accept(markets);
    }
}

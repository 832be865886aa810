package plumbline.ui.shell;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.ui.fx.FxTasks;

/// Notices what another program stores: once a second it asks, in the background, what is stored,
/// and for the version of the series in view, which reads no candles. A store that cannot be
/// reached changes nothing; whoever reads candles tells of that.
///
/// Threads: FX thread.
final class StoreWatch implements AutoCloseable {
    static final Duration PERIOD = Duration.ofSeconds(1);

    private final FxTasks tasks;
    private final CandleRepository repository;
    private final Consumer<Set<MarketId>> changed;
    private final Supplier<@Nullable SeriesKey> inView;
    private @Nullable Seen known;
    private boolean closed;

    /// What a look found.
    ///
    /// @param version of the series in view, which also tells candles that were replaced
    private record Seen(
            Map<SeriesKey, SeriesInfo> series, @Nullable SeriesKey inView, String version) {}

    /// @param inView the stored series that is looked at, `null` for none
    /// @param changed told which markets have other candles than a second ago
    StoreWatch(
            FxTasks tasks,
            CandleRepository repository,
            Supplier<@Nullable SeriesKey> inView,
            Consumer<Set<MarketId>> changed) {
        this.tasks = tasks;
        this.repository = repository;
        this.inView = inView;
        this.changed = changed;
    }

    void start() {
        SeriesKey shown = inView.get();
        tasks.run(
                () -> look(shown),
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

    private Seen look(@Nullable SeriesKey shown) {
        Map<SeriesKey, SeriesInfo> series = new HashMap<>();
        for (SeriesInfo info : repository.list()) {
            series.put(info.key(), info);
        }
        return new Seen(series, shown, shown == null ? "" : repository.version(shown));
    }

    private void compare(Seen seen) {
        Seen before = known;
        known = seen;
        if (before == null) {
            return;
        }
        Set<SeriesKey> keys = new HashSet<>(seen.series().keySet());
        keys.addAll(before.series().keySet());
        Set<MarketId> markets = new HashSet<>();
        for (SeriesKey key : keys) {
            if (!Objects.equals(seen.series().get(key), before.series().get(key))) {
                markets.add(key.market());
            }
        }
        SeriesKey shown = seen.inView();
        if (shown != null
                && shown.equals(before.inView())
                && !seen.version().equals(before.version())) {
            markets.add(shown.market());
        }
        if (!markets.isEmpty()) {
            changed.accept(markets);
        }
    }
}

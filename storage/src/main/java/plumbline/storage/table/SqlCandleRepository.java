package plumbline.storage.table;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Covered;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.storage.transaction.Database;

/// What every store asks its database in the same words; the candles themselves each keeps in its
/// own way.
public abstract class SqlCandleRepository implements CandleRepository {
    private final Database database;
    private final int streamed;

    /// @param streamed so many slots are streamed at once
    protected SqlCandleRepository(Database database, int streamed) {
        this.database = database;
        this.streamed = streamed;
    }

    @Override
    public final void stream(
            SeriesKey key,
            TimeRange range,
            Consumer<CandleSeries> sink,
            BooleanSupplier cancelled) {
        Optional<SeriesInfo> info = info(key);
        TimeRange left = info.isEmpty() ? null : info.get().overlap(range);
        while (left != null && !left.isEmpty()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("reading " + key + " was cancelled");
            }
            long end = ChunkGrid.of(key.timeframe(), left.fromMs()) + streamed;
            long toMs = Math.min(left.toMs(), ChunkGrid.range(key.timeframe(), end).fromMs());
            CandleSeries candles = load(key, new TimeRange(left.fromMs(), toMs));
            if (!candles.isEmpty()) {
                sink.accept(candles);
            }
            left = new TimeRange(toMs, left.toMs());
        }
    }

    @Override
    public final Optional<SeriesInfo> info(SeriesKey key) {
        return database.read(
                "look up " + key,
                c ->
                        SeriesTable.find(c, key)
                                .map(SeriesTable.Row::info)
                                .filter(info -> info.candles() > 0));
    }

    @Override
    public final List<SeriesInfo> list() {
        return database.read("list the candles in " + database.name(), SeriesTable::list);
    }

    @Override
    public final String version(SeriesKey key) {
        return database.read("look up " + key, c -> SeriesTable.version(c, key));
    }

    @Override
    public final List<Covered> coverage(SeriesKey key) {
        return database.read(
                "look up what was asked for of " + key,
                c -> {
                    Optional<SeriesTable.Row> series = SeriesTable.find(c, key);
                    return series.isEmpty() ? List.of() : CoverageTable.list(c, series.get());
                });
    }
}

package plumbline.storage.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LiveCandle;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.SeriesVerdict;
import plumbline.engine.market.SlotSum;
import plumbline.engine.market.TimeRange;
import plumbline.storage.table.CoverageTable;
import plumbline.storage.table.LiveBatch;
import plumbline.storage.table.SeriesTable;
import plumbline.storage.table.SqlCandleRepository;
import plumbline.storage.table.SqlIssueRepository;

/// Candles in H2: compressed chunks of fixed slots, of which a write touches only those it has
/// candles for and a read only those within its range, and a tail of rows for what just happened.
public final class H2CandleRepository extends SqlCandleRepository {
    /// So many slots are streamed at once: 32,768 candles.
    private static final int STREAMED = 4;

    private final H2Database database;

    public H2CandleRepository(H2Database database) {
        super(database, STREAMED);
        this.database = database;
    }

    @Override
    public UpsertResult upsert(
            SeriesKey key, CandleSeries candles, TimeRange asked, String source) {
        DiskSpace.require(database.file(), key, candles.size());
        boolean ahead = NewChunks.areMany(key.timeframe(), candles);
        if (ahead) { // which needs the row of the series
            database.write("store " + key, c -> SeriesTable.lock(c, key));
        }
        return database.write("store " + key, c -> upsert(c, key, candles, ahead, asked, source));
    }

    private UpsertResult upsert(
            Connection connection,
            SeriesKey key,
            CandleSeries candles,
            boolean ahead,
            TimeRange asked,
            String source)
            throws SQLException {
        SeriesTable.Row series = SeriesTable.lock(connection, key);
        SeriesWriter writer = new SeriesWriter(database, connection, series);
        UpsertResult result = writer.upsert(candles, ahead);
        if (result.inserted() + result.updated() > 0) {
            TimeRange written = new TimeRange(candles.firstOpenMs(), candles.lastOpenMs());
            SeriesTable.Row now = series.after(result.inserted(), written, source);
            SeriesTable.update(connection, now.at(writer.revision()));
        }
        CoverageTable.add(connection, series, asked, source);
        SqlIssueRepository.noteConflict(
                connection, series, writer.conflict(), result.updated(), source);
        return result;
    }

    @Override
    public void live(List<LiveCandle> candles, String source) {
        Map<SeriesKey, List<LiveCandle>> bySeries = new LinkedHashMap<>();
        for (LiveCandle candle : candles) {
            bySeries.computeIfAbsent(candle.key(), _ -> new ArrayList<>()).add(candle);
        }
        database.writeSoon(
                "store live candles",
                connection -> {
                    for (Map.Entry<SeriesKey, List<LiveCandle>> one : bySeries.entrySet()) {
                        new LiveWriter(database, connection, one.getKey())
                                .write(one.getValue(), source);
                    }
                    return bySeries.size();
                });
    }

    /// Makes the slots that `range` touches hold exactly `candles`. For copies of what is kept
    /// elsewhere: it may be lost when the process is killed.
    public void replace(SeriesKey key, TimeRange range, CandleSeries candles) {
        database.writeSoon(
                "keep a copy of " + key,
                connection -> {
                    SeriesTable.Row series = SeriesTable.lock(connection, key);
                    new SeriesWriter(database, connection, series).replace(range, candles);
                    if (!candles.isEmpty()) {
                        SeriesTable.Row now =
                                series.after(candles.size(), LiveBatch.times(candles), "copy");
                        SeriesTable.update(connection, now);
                    }
                    return candles.size();
                });
    }

    /// Moves what came one by one into chunks.
    public void seal() {
        for (SeriesInfo info : list()) {
            if (database.read("look up " + info.key(), c -> hasTail(c, info.key()))) {
                database.write("seal " + info.key(), c -> seal(c, info.key()));
            }
        }
    }

    private static boolean hasTail(Connection connection, SeriesKey key) throws SQLException {
        Optional<SeriesTable.Row> series = SeriesTable.find(connection, key);
        return series.isPresent() && new TailTable(connection, series.get()).oldest().isPresent();
    }

    private boolean seal(Connection connection, SeriesKey key) throws SQLException {
        SeriesTable.Row series = SeriesTable.lock(connection, key);
        boolean sealed = new SeriesWriter(database, connection, series).seal();
        if (sealed) {
            SeriesTable.update(connection, series.at(series.revision() + 1));
        }
        return sealed;
    }

    @Override
    public CandleSeries load(SeriesKey key, TimeRange range) {
        return database.read(
                "load " + key,
                c -> {
                    Optional<SeriesTable.Row> found = SeriesTable.find(c, key);
                    return found.isEmpty()
                            ? CandleSeries.empty()
                            : new SeriesReader(c, database.name(), found.get()).load(range);
                });
    }

    @Override
    public Optional<Candle> forming(SeriesKey key) {
        return database.read(
                "look up " + key,
                c -> {
                    Optional<SeriesTable.Row> series = SeriesTable.find(c, key);
                    return series.isEmpty()
                            ? Optional.empty()
                            : new TailTable(c, series.get()).forming();
                });
    }

    @Override
    public List<SlotSum> sums(SeriesKey key) {
        return new SlotSums(database, key).sums();
    }

    @Override
    public SeriesVerdict verify(SeriesKey key, BooleanSupplier cancelled) {
        return new SeriesVerifier(database, key).verify(cancelled);
    }

    @Override
    public List<TimeRange> putAside(SeriesKey key) {
        return new DamageRepair(database, key).putAside();
    }

    @Override
    public boolean delete(SeriesKey key) {
        return database.write(
                "delete " + key,
                c -> {
                    Optional<SeriesTable.Row> series = SeriesTable.find(c, key);
                    if (series.isEmpty()) {
                        return false;
                    }
                    new ChunkTable(c, series.get()).deleteAll();
                    new TailTable(c, series.get()).deleteAll();
                    CoverageTable.delete(c, series.get());
                    SqlIssueRepository.delete(c, series.get());
                    SeriesTable.delete(c, series.get());
                    return true;
                });
    }
}

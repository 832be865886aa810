package plumbline.storage.timescale;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LiveCandle;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.SeriesVerdict;
import plumbline.engine.market.SlotSum;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.storage.h2.H2CandleRepository;
import plumbline.storage.table.ChunkGrid;
import plumbline.storage.table.CoverageTable;
import plumbline.storage.table.LiveBatch;
import plumbline.storage.table.SeriesTable;
import plumbline.storage.table.SqlCandleRepository;
import plumbline.storage.table.SqlIssueRepository;

/// Candles on a server, as rows that other programs can read too, with copies of what was read in
/// the home folder.
public final class ServerCandleRepository extends SqlCandleRepository {
    /// So many slots are streamed at once: 131,072 candles.
    private static final int STREAMED = 16;

    private final ServerDatabase database;
    private final ServerState state;
    private final SlotCache cache;

    /// @param state what the server can do
    /// @param copies where copies of what was read are kept
    public ServerCandleRepository(
            ServerDatabase database, ServerState state, H2CandleRepository copies) {
        super(database, STREAMED);
        this.database = database;
        this.state = state;
        this.cache = new SlotCache(copies);
    }

    @Override
    public UpsertResult upsert(
            SeriesKey key, CandleSeries candles, TimeRange asked, String source) {
        UpsertResult result =
                database.write("store " + key, c -> upsert(c, key, candles, asked, source));
        if (result.inserted() + result.updated() > 0) {
            refreshAggregates(key, candles.span(key.timeframe()));
        }
        return result;
    }

    private UpsertResult upsert(
            Connection connection,
            SeriesKey key,
            CandleSeries candles,
            TimeRange asked,
            String source)
            throws SQLException {
        liftDecompressionLimit(connection);
        SeriesTable.Row series = SeriesTable.lock(connection, key);
        ServerWriter writer = new ServerWriter(connection, series);
        UpsertResult result = writer.upsert(candles);
        if (result.inserted() + result.updated() > 0) {
            SeriesTable.update(
                    connection, series.after(result.inserted(), LiveBatch.times(candles), source));
        }
        CoverageTable.add(connection, series, asked, source);
        SqlIssueRepository.noteConflict(
                connection, series, writer.conflict(), result.updated(), source);
        return result;
    }

    /// A write into compressed chunks takes apart what it changes; the server's own limit is meant
    /// for carelessness.
    private void liftDecompressionLimit(Connection connection) throws SQLException {
        if (state.capabilities().contains(Capability.COMPRESSION)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "SET LOCAL timescaledb.max_tuples_decompressed_per_dml_transaction = 0");
            }
        }
    }

    /// What is written behind the window of the server's own policy would never get into the
    /// aggregates.
    private void refreshAggregates(SeriesKey key, TimeRange range) {
        if (key.timeframe() != Timeframe.M1
                || !state.capabilities().contains(Capability.CONTINUOUS_AGGREGATE)) {
            return;
        }
        database.maintain(
                "bring the aggregates of " + key + " up to date",
                connection -> {
                    refresh(connection, "candle_1h", Timeframe.H1, range);
                    refresh(connection, "candle_1d", Timeframe.D1, range);
                    return range;
                });
    }

    private static void refresh(
            Connection connection, String view, Timeframe bucket, TimeRange range)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CALL refresh_continuous_aggregate('"
                            + view
                            + "', "
                            + ServerTime.literal(bucket.openOf(range.fromMs()))
                            + ", "
                            + ServerTime.literal(bucket.next(bucket.openOf(range.toMs())))
                            + ")");
        }
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
                    liftDecompressionLimit(connection);
                    for (Map.Entry<SeriesKey, List<LiveCandle>> one : bySeries.entrySet()) {
                        live(connection, one.getKey(), one.getValue(), source);
                    }
                    return bySeries.size();
                });
    }

    private static void live(
            Connection connection, SeriesKey key, List<LiveCandle> candles, String source)
            throws SQLException {
        SeriesTable.Row series = SeriesTable.lock(connection, key);
        LiveBatch batch = LiveBatch.of(candles, series.info());
        if (!batch.recent().isEmpty()) {
            new ServerWriter(connection, series).append(batch.recent());
            CandleSeries finished = batch.finished();
            if (!finished.isEmpty()) {
                series = noted(connection, series, finished, finished.size(), source);
            }
        }
        if (!batch.late().isEmpty()) {
            UpsertResult result = new ServerWriter(connection, series).upsert(batch.late());
            if (result.inserted() + result.updated() > 0) {
                noted(connection, series, batch.late(), result.inserted(), source);
            }
        }
    }

    private static SeriesTable.Row noted(
            Connection connection,
            SeriesTable.Row series,
            CandleSeries written,
            long inserted,
            String source)
            throws SQLException {
        SeriesTable.Row now = series.after(inserted, LiveBatch.times(written), source);
        SeriesTable.update(connection, now);
        TimeRange asked = written.span(series.info().key().timeframe());
        CoverageTable.add(connection, now, asked, source);
        return now;
    }

    /// What the server holds of a range.
    private record Held(TimeRange range, List<SlotSum> slots) {}

    @Override
    public CandleSeries load(SeriesKey key, TimeRange range) {
        Optional<Held> held = database.read("look up " + key, c -> held(c, key, range));
        if (held.isEmpty()) {
            return CandleSeries.empty();
        }
        return cache.load(key, held.get().range(), held.get().slots(), part -> fetch(key, part));
    }

    private static Optional<Held> held(Connection connection, SeriesKey key, TimeRange range)
            throws SQLException {
        Optional<SeriesTable.Row> series = SeriesTable.find(connection, key);
        @Nullable TimeRange within = series.isEmpty() ? null : series.get().info().overlap(range);
        if (series.isEmpty() || within == null) {
            return Optional.empty();
        }
        Timeframe timeframe = key.timeframe();
        List<SlotSum> slots =
                new SlotTable(connection, series.get())
                        .list(
                                ChunkGrid.of(timeframe, within.fromMs()),
                                ChunkGrid.of(timeframe, within.toMs() - 1));
        return Optional.of(new Held(within, slots));
    }

    private CandleSeries fetch(SeriesKey key, TimeRange range) {
        return database.read(
                "load " + key,
                c -> {
                    Optional<SeriesTable.Row> series = SeriesTable.find(c, key);
                    return series.isEmpty()
                            ? CandleSeries.empty()
                            : new RowTable(c, series.get()).read(range);
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
                            : new RowTable(c, series.get()).forming();
                });
    }

    @Override
    public List<SlotSum> sums(SeriesKey key) {
        seal(key);
        return database.read(
                "sum up " + key,
                c -> {
                    Optional<SeriesTable.Row> series = SeriesTable.find(c, key);
                    return series.isEmpty()
                            ? List.of()
                            : new SlotTable(c, series.get()).list(Long.MIN_VALUE, Long.MAX_VALUE);
                });
    }

    /// Sums up what came candle by candle.
    private void seal(SeriesKey key) {
        database.write(
                "sum up " + key,
                c -> {
                    Optional<SeriesTable.Row> series = SeriesTable.find(c, key);
                    return series.isPresent() && new ServerWriter(c, series.get()).close();
                });
    }

    @Override
    public SeriesVerdict verify(SeriesKey key, BooleanSupplier cancelled) {
        return new ServerVerifier(database, key).verify(cancelled);
    }

    /// What is on the server is as good as the server: what somebody else changed there is taken as
    /// it is.
    @Override
    public List<TimeRange> putAside(SeriesKey key) {
        ServerVerifier verifier = new ServerVerifier(database, key);
        if (verifier.isChanged()) {
            database.write(
                    "sum up " + key,
                    c -> {
                        SeriesTable.Row series = SeriesTable.lock(c, key);
                        new ServerWriter(c, series).sumAgain(verifier.changedSlots());
                        SeriesTable.update(c, series.holding(verifier.candles()));
                        return series;
                    });
        }
        return List.of();
    }

    @Override
    public boolean delete(SeriesKey key) {
        boolean deleted =
                database.write(
                        "delete " + key,
                        c -> {
                            liftDecompressionLimit(c);
                            Optional<SeriesTable.Row> series = SeriesTable.find(c, key);
                            if (series.isEmpty()) {
                                return false;
                            }
                            new RowTable(c, series.get()).deleteAll();
                            new SlotTable(c, series.get()).deleteAll();
                            CoverageTable.delete(c, series.get());
                            SqlIssueRepository.delete(c, series.get());
                            SeriesTable.delete(c, series.get());
                            return true;
                        });
        cache.delete(key);
        return deleted;
    }
}

package plumbline.storage.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.h2.tools.SimpleResultSet;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.storage.table.SeriesTable;

/// The table function `candles(market, timeframe, from, to)`: chunks and tail as rows, for people
/// and their SQL. H2 calls it; it needs this program on the path of whoever opens the database.
public final class CandleFunction {
    private CandleFunction() {}

    /// Rows of `time, open, high, low, close, volume`, oldest first.
    ///
    /// @param from first open time, or null for the oldest
    /// @param to open time to stop before, or null for all
    /// @throws SQLException if there is no such series or a chunk is damaged
    public static ResultSet candles(
            Connection connection,
            @Nullable String market,
            @Nullable String timeframe,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to)
            throws SQLException {
        SimpleResultSet rows = new SimpleResultSet();
        rows.setAutoClose(false);
        rows.addColumn("TIME", Types.TIMESTAMP_WITH_TIMEZONE, 29, 3);
        for (String name : new String[] {"OPEN", "HIGH", "LOW", "CLOSE", "VOLUME"}) {
            rows.addColumn(name, Types.DOUBLE, 17, 0);
        }
        // H2 asks for the columns before it asks for the rows
        if ("jdbc:columnlist:connection".equals(connection.getMetaData().getURL())
                || market == null
                || timeframe == null) {
            return rows;
        }
        CandleSeries candles = load(connection, key(market, timeframe), range(from, to));
        for (int i = 0; i < candles.size(); i++) {
            rows.addRow(
                    Instant.ofEpochMilli(candles.openTime()[i]).atOffset(ZoneOffset.UTC),
                    candles.open()[i],
                    candles.high()[i],
                    candles.low()[i],
                    candles.close()[i],
                    candles.volume()[i]);
        }
        return rows;
    }

    private static CandleSeries load(Connection connection, SeriesKey key, TimeRange range)
            throws SQLException {
        Optional<SeriesTable.Row> series = SeriesTable.find(connection, key);
        if (series.isEmpty()) {
            throw new SQLException("no candles of " + key + " are stored");
        }
        return new SeriesReader(connection, "this database", series.get()).load(range);
    }

    private static SeriesKey key(String market, String timeframe) throws SQLException {
        try {
            return new SeriesKey(
                    MarketId.parse(market),
                    Timeframe.of(timeframe)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "'"
                                                    + timeframe
                                                    + "' is no timeframe; known are "
                                                    + Timeframe.codes())));
        } catch (IllegalArgumentException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }

    private static TimeRange range(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
        return new TimeRange(
                from == null ? Long.MIN_VALUE : from.toInstant().toEpochMilli(),
                to == null ? Long.MAX_VALUE : to.toInstant().toEpochMilli());
    }
}

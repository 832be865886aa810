package plumbline.storage.timescale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.TimeRange;
import plumbline.storage.table.CandleSlice;
import plumbline.storage.table.SeriesTable;

/// SQL of the tables `candle` and `candle_float`, for one series and one transaction: the first has
/// whole numbers in the series' scale, the second numbers as they are. A series is in one of them.
final class RowTable {
    private static final String WHOLE = "candle";
    private static final String AS_THEY_ARE = "candle_float";
    private static final String COLUMNS = "market_id, timeframe_s, ts, o, h, l, c, v, closed";

    private final Connection connection;
    private final SeriesTable.Row series;
    private Scale scale;

    RowTable(Connection connection, SeriesTable.Row series) throws SQLException {
        this.connection = connection;
        this.series = series;
        this.scale = readScale();
    }

    private Scale readScale() throws SQLException {
        String sql =
                "SELECT price_scale, volume_scale FROM series WHERE market_id = ? AND timeframe_s ="
                        + " ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, series.marketId());
            select.setInt(2, series.timeframeS());
            try (ResultSet row = select.executeQuery()) {
                boolean known = row.next() && row.getObject(1) != null;
                return known ? new Scale(row.getShort(1), row.getShort(2)) : Scale.LEAST;
            }
        }
    }

    private String table() {
        return scale.isFloat() ? AS_THEY_ARE : WHOLE;
    }

    private String where() {
        return " WHERE market_id = "
                + series.marketId()
                + " AND timeframe_s = "
                + series.timeframeS();
    }

    private static String within(TimeRange range) {
        return " AND ts >= "
                + ServerTime.literal(range.fromMs())
                + " AND ts < "
                + ServerTime.literal(range.toMs());
    }

    /// The finished candles that opened within `range`, oldest first.
    CandleSeries read(TimeRange range) throws SQLException {
        return new RowCopy(connection, series, scale)
                .out(
                        "SELECT ts, o, h, l, c, v FROM "
                                + table()
                                + where()
                                + within(range)
                                + " AND closed ORDER BY ts");
    }

    /// The candle that is forming: newer than every finished one.
    Optional<Candle> forming() throws SQLException {
        CandleSeries open =
                new RowCopy(connection, series, scale)
                        .out(
                                "SELECT ts, o, h, l, c, v FROM "
                                        + table()
                                        + where()
                                        + " AND NOT closed ORDER BY ts");
        boolean over =
                open.isEmpty()
                        || series.info().candles() > 0
                                && open.lastOpenMs() <= series.info().lastOpenMs();
        return over ? Optional.empty() : Optional.of(open.candle(open.size() - 1));
    }

    /// Makes room for the numbers of `candles`: what is stored is put into a finer scale, or into
    /// the other table, if it must be.
    void makeRoomFor(CandleSeries candles) throws SQLException {
        Scale needed = scale.with(candles);
        boolean finer = !needed.isFloat() && !needed.equals(scale);
        if (finer && !allows(needed)) {
            needed = Scale.FLOAT;
        }
        if (!needed.equals(scale)) {
            if (needed.isFloat()) {
                moveToFloat();
            } else {
                rescale(needed);
            }
        }
        scale = needed;
        String sql =
                "UPDATE series SET price_scale = ?, volume_scale = ? WHERE market_id = ? AND"
                        + " timeframe_s = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setShort(1, (short) scale.price());
            update.setShort(2, (short) scale.volume());
            update.setInt(3, series.marketId());
            update.setInt(4, series.timeframeS());
            update.executeUpdate();
        }
    }

    /// Whether what is stored stays below 2^53 in a finer scale.
    private boolean allows(Scale finer) throws SQLException {
        String sql = "SELECT COALESCE(MAX(h), 0), COALESCE(MAX(v), 0) FROM candle" + where();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            double limit = 1L << 53;
            return row.getLong(1) * (finer.pricePower() / scale.pricePower()) < limit
                    && row.getLong(2) * (finer.volumePower() / scale.volumePower()) < limit;
        }
    }

    private void rescale(Scale finer) throws SQLException {
        long price = Math.round(finer.pricePower() / scale.pricePower());
        long volume = Math.round(finer.volumePower() / scale.volumePower());
        execute(
                "UPDATE candle SET o = o * "
                        + price
                        + ", h = h * "
                        + price
                        + ", l = l * "
                        + price
                        + ", c = c * "
                        + price
                        + ", v = v * "
                        + volume
                        + where());
    }

    private void moveToFloat() throws SQLException {
        String price = "::float8 / " + (long) scale.pricePower() + "::float8";
        String volume = "::float8 / " + (long) scale.volumePower() + "::float8";
        execute(
                "INSERT INTO candle_float("
                        + COLUMNS
                        + ") SELECT market_id, timeframe_s, ts, o"
                        + price
                        + ", h"
                        + price
                        + ", l"
                        + price
                        + ", c"
                        + price
                        + ", v"
                        + volume
                        + ", closed FROM candle"
                        + where());
        execute("DELETE FROM candle" + where());
    }

    /// Writes candles of which none is stored.
    void insert(CandleSlice candles, boolean closed) throws SQLException {
        new RowCopy(connection, series, scale).in(table(), candles, closed);
    }

    /// Writes candles over those with the same open time.
    void upsert(CandleSlice candles, boolean closed) throws SQLException {
        String incoming = scale.isFloat() ? "incoming_float" : "incoming";
        execute(
                "CREATE TEMPORARY TABLE IF NOT EXISTS "
                        + incoming
                        + " (LIKE "
                        + table()
                        + ") ON COMMIT DELETE ROWS");
        new RowCopy(connection, series, scale).in(incoming, candles, closed);
        execute(
                "INSERT INTO "
                        + table()
                        + "("
                        + COLUMNS
                        + ") SELECT "
                        + COLUMNS
                        + " FROM "
                        + incoming
                        + " ON CONFLICT (market_id, timeframe_s, ts) DO UPDATE SET o = excluded.o,"
                        + " h = excluded.h, l = excluded.l, c = excluded.c, v = excluded.v, closed"
                        + " = excluded.closed");
        execute("DELETE FROM " + incoming);
    }

    /// Removes candles that were forming and opened before `timeMs`.
    void deleteForming(long timeMs) throws SQLException {
        execute(
                "DELETE FROM "
                        + table()
                        + where()
                        + within(new TimeRange(Long.MIN_VALUE, timeMs))
                        + " AND NOT closed");
    }

    /// Removes all candles.
    void deleteAll() throws SQLException {
        execute("DELETE FROM candle" + where());
        execute("DELETE FROM candle_float" + where());
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

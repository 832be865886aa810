package plumbline.storage.timescale;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import plumbline.engine.market.CandleSeries;
import plumbline.storage.table.CandleSlice;
import plumbline.storage.table.SeriesTable;

/// Rows of candles in the binary form of COPY, both ways (PostgreSQL manual, COPY, "Binary
/// Format").
final class RowCopy {
    private static final byte[] SIGNATURE =
            "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEADER = SIGNATURE.length + 8;
    private static final int FIELDS = 9;
    private static final int ROW = 2 + 2 * 8 + 6 * 12 + 5;
    private static final int BLOCK = 1 << 16;

    private final CopyManager copy;
    private final SeriesTable.Row series;
    private final Scale scale;

    /// @param scale in which the rows are
    RowCopy(Connection connection, SeriesTable.Row series, Scale scale) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
        this.series = series;
        this.scale = scale;
    }

    /// Writes rows into a table with the columns of `candle`, in its order.
    void in(String table, CandleSlice candles, boolean closed) throws SQLException {
        CopyIn in =
                copy.copyIn(
                        "COPY "
                                + table
                                + "(market_id, timeframe_s, ts, o, h, l, c, v, closed) FROM STDIN"
                                + " (FORMAT binary)");
        try {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            block.put(SIGNATURE).putInt(0).putInt(0);
            CandleSeries all = candles.series();
            for (int i = candles.from(); i < candles.to(); i++) {
                if (block.remaining() < ROW) {
                    flush(in, block);
                }
                put(block, all, i, closed);
            }
            if (block.remaining() < 2) {
                flush(in, block);
            }
            block.putShort((short) -1);
            flush(in, block);
            in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    private static void flush(CopyIn in, ByteBuffer block) throws SQLException {
        in.writeToCopy(block.array(), 0, block.position());
        block.clear();
    }

    private void put(ByteBuffer block, CandleSeries all, int i, boolean closed) {
        block.putShort((short) FIELDS);
        block.putInt(4).putInt(series.marketId());
        block.putInt(4).putInt(series.timeframeS());
        block.putInt(8).putLong(ServerTime.toBinary(all.openTime()[i]));
        block.putInt(8).putLong(price(all.open()[i]));
        block.putInt(8).putLong(price(all.high()[i]));
        block.putInt(8).putLong(price(all.low()[i]));
        block.putInt(8).putLong(price(all.close()[i]));
        block.putInt(8).putLong(volume(all.volume()[i]));
        block.putInt(1).put((byte) (closed ? 1 : 0));
    }

    /// A whole number, or the bits of a double: both are eight bytes.
    private long price(double value) {
        return scale.isFloat()
                ? Double.doubleToRawLongBits(value)
                : Scale.whole(value, scale.pricePower());
    }

    private long volume(double value) {
        return scale.isFloat()
                ? Double.doubleToRawLongBits(value)
                : Scale.whole(value, scale.volumePower());
    }

    /// Reads rows.
    ///
    /// @param query gives `ts, o, h, l, c, v`, oldest first
    CandleSeries out(String query) throws SQLException {
        CopyOut out = copy.copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
        try {
            CandleSeries.Builder candles = CandleSeries.builder(1024);
            double price = scale.isFloat() ? 1 : scale.pricePower();
            double volume = scale.isFloat() ? 1 : scale.volumePower();
            boolean first = true;
            for (byte[] bytes = out.readFromCopy(); bytes != null; bytes = out.readFromCopy()) {
                ByteBuffer row = ByteBuffer.wrap(bytes);
                if (first) {
                    skipHeader(row);
                    first = false;
                }
                // a message may hold several rows, the last one holds the end
                while (row.remaining() > 2 && row.getShort() == 6) {
                    candles.add(
                            time(row),
                            number(row, price),
                            number(row, price),
                            number(row, price),
                            number(row, price),
                            number(row, volume));
                }
            }
            return candles.size() == 0 ? CandleSeries.empty() : candles.build();
        } finally {
            if (out.isActive()) {
                out.cancelCopy();
            }
        }
    }

    private static void skipHeader(ByteBuffer row) throws SQLException {
        byte[] signature = new byte[SIGNATURE.length];
        if (row.remaining() < HEADER) {
            throw new SQLException("the server sent no copy of rows");
        }
        row.get(signature);
        row.getLong();
        if (!Arrays.equals(signature, SIGNATURE)) {
            throw new SQLException("the server sent a copy in an unknown form");
        }
    }

    private static long time(ByteBuffer row) {
        row.getInt();
        return ServerTime.fromBinary(row.getLong());
    }

    private double number(ByteBuffer row, double power) {
        row.getInt();
        long bits = row.getLong();
        return scale.isFloat() ? Double.longBitsToDouble(bits) : bits / power;
    }
}

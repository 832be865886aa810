package plumbline.engine.feed.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import plumbline.engine.market.CandleSeries;

/// Writes candles as Parquet: `time` as a timestamp of milliseconds in UTC, `open`, `high`, `low`,
/// `close` and `volume` as 64-bit numbers, none of them ever null. Every bit of every number comes
/// back.
///
/// A row group holds [#GROUP] candles, so that is what the writer keeps in memory, 12 MiB at most,
/// however many there are. Each column of a group is one page, packed with gzip and with a
/// checksum.
///
/// Not thread-safe. The stream is not closed.
public final class ParquetWriter {
    /// Candles in a row group: pages of 1 MiB, which is what readers are made for.
    static final int GROUP = 1 << 17;

    static final int COLUMNS = 6;

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final String createdBy;
    private final ByteBuffer[] columns = new ByteBuffer[COLUMNS];
    private final PagePacker[] packers = new PagePacker[COLUMNS];
    private final List<RowGroup> groups = new ArrayList<>();
    private int rows;
    private long written;
    private long lastMs = Long.MIN_VALUE;

    /// The one page of a column in a row group.
    ///
    /// @param size of the page with its header, unpacked
    /// @param packedSize the same as it is in the file
    record Chunk(long at, long size, long packedSize) {}

    /// One row group that is in the file.
    record RowGroup(int rows, long firstMs, long lastMs, List<Chunk> chunks) {}

    /// @param createdBy the program and its version, `plumbline version 1.2.3`
    public ParquetWriter(OutputStream out, String createdBy) throws IOException {
        this.out = out;
        this.createdBy = createdBy;
        for (int i = 0; i < COLUMNS; i++) {
            columns[i] = ByteBuffer.allocate(GROUP * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            packers[i] = new PagePacker();
        }
        put(MAGIC, MAGIC.length);
    }

    /// Adds the candles `from` to `to` (exclusive) of a block.
    ///
    /// @throws IllegalArgumentException if the first does not come after all that were added before
    public void add(CandleSeries block, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            int count = Math.min(to - at, GROUP - rows);
            times(block.openTime(), at, count);
            double[][] values = {
                block.open(), block.high(), block.low(), block.close(), block.volume()
            };
            for (int c = 0; c < values.length; c++) {
                ByteBuffer column = columns[c + 1];
                column.asDoubleBuffer().put(values[c], at, count);
                column.position(column.position() + count * Double.BYTES);
            }
            at += count;
            rows += count;
            if (rows == GROUP) {
                flush();
            }
        }
    }

    private void times(long[] time, int from, int count) {
        if (time[from] <= lastMs) {
            throw new IllegalArgumentException(
                    "candles must come in order of time, " + time[from] + " came after " + lastMs);
        }
        ByteBuffer column = columns[0];
        column.asLongBuffer().put(time, from, count);
        column.position(column.position() + count * Long.BYTES);
        lastMs = time[from + count - 1];
    }

    /// Writes what is left, and the footer, without which the file cannot be read.
    public void finish() throws IOException {
        flush();
        byte[] footer = new Footer(groups, createdBy).bytes();
        put(footer, footer.length);
        byte[] length =
                ByteBuffer.allocate(Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(footer.length)
                        .array();
        put(length, length.length);
        put(MAGIC, MAGIC.length);
    }

    private void flush() throws IOException {
        if (rows == 0) {
            return;
        }
        // nearly all of the time goes into this
        IntStream.range(0, COLUMNS)
                .parallel()
                .forEach(i -> packers[i].pack(columns[i].array(), columns[i].position()));
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            chunks.add(page(packers[i], columns[i].position()));
        }
        groups.add(new RowGroup(rows, columns[0].getLong(0), lastMs, chunks));
        for (ByteBuffer column : columns) {
            column.clear();
        }
        rows = 0;
    }

    private Chunk page(PagePacker page, int size) throws IOException {
        long at = written;
        byte[] header = header(size, page);
        put(header, header.length);
        put(page.bytes(), page.size());
        return new Chunk(at, (long) header.length + size, (long) header.length + page.size());
    }

    private byte[] header(int size, PagePacker page) {
        CompactWriter header = new CompactWriter();
        header.begin();
        header.i32(1, PageHeader.DATA);
        header.i32(2, size);
        header.i32(3, page.size());
        header.i32(4, page.crc());
        header.begin(5);
        header.i32(1, rows);
        header.i32(2, Footer.PLAIN);
        // of levels, which columns without nulls do not have
        header.i32(3, Footer.RLE);
        header.i32(4, Footer.RLE);
        header.end();
        header.end();
        return header.bytes();
    }

    private void put(byte[] bytes, int count) throws IOException {
        out.write(bytes, 0, count);
        written += count;
    }
}

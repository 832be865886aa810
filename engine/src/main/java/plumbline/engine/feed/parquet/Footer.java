package plumbline.engine.feed.parquet;

import java.util.List;
import plumbline.engine.feed.parquet.ParquetWriter.Chunk;
import plumbline.engine.feed.parquet.ParquetWriter.RowGroup;

/// What stands at the end of a file: the columns, where each of their pages is, and which times
/// each row group spans, so that readers pass over those they do not need.
///
/// The numbers of fields and the codes are those of `parquet.thrift`.
final class Footer {
    static final int PLAIN = 0;
    static final int RLE = 3;

    private static final int GZIP = 2;
    private static final int INT64 = 2;
    private static final int DOUBLE = 5;
    private static final int REQUIRED = 0;
    private static final int TIMESTAMP_MILLIS = 9;
    private static final List<String> NAMES =
            List.of("time", "open", "high", "low", "close", "volume");

    private final List<RowGroup> groups;
    private final String createdBy;
    private final CompactWriter out = new CompactWriter();

    Footer(List<RowGroup> groups, String createdBy) {
        this.groups = groups;
        this.createdBy = createdBy;
    }

    byte[] bytes() {
        out.begin();
        out.i32(1, 2); // the version of the format that has logical types
        schema();
        out.i64(3, groups.stream().mapToLong(RowGroup::rows).sum());
        out.list(4, CompactType.STRUCT, groups.size());
        for (int i = 0; i < groups.size(); i++) {
            group(groups.get(i), i);
        }
        out.string(6, createdBy);
        orders();
        out.end();
        return out.bytes();
    }

    private void schema() {
        out.list(2, CompactType.STRUCT, NAMES.size() + 1);
        out.begin();
        out.string(4, "candles");
        out.i32(5, NAMES.size());
        out.end();
        for (int i = 0; i < NAMES.size(); i++) {
            out.begin();
            out.i32(1, i == 0 ? INT64 : DOUBLE);
            out.i32(3, REQUIRED);
            out.string(4, NAMES.get(i));
            if (i == 0) {
                timestamp();
            }
            out.end();
        }
    }

    /// The same twice: in the old way, and in the new one with the zone.
    private void timestamp() {
        out.i32(6, TIMESTAMP_MILLIS);
        out.begin(10);
        out.begin(8);
        out.bool(1, true); // in UTC
        out.begin(2);
        out.begin(1); // milliseconds
        out.end();
        out.end();
        out.end();
        out.end();
    }

    private void group(RowGroup group, int number) {
        List<Chunk> chunks = group.chunks();
        out.begin();
        out.list(1, CompactType.STRUCT, chunks.size());
        for (int i = 0; i < chunks.size(); i++) {
            chunk(chunks.get(i), group, i);
        }
        out.i64(2, chunks.stream().mapToLong(Chunk::size).sum());
        out.i64(3, group.rows());
        sorting();
        out.i64(5, chunks.getFirst().at());
        out.i64(6, chunks.stream().mapToLong(Chunk::packedSize).sum());
        if (number <= Short.MAX_VALUE) {
            out.i16(7, number);
        }
        out.end();
    }

    /// By time, the oldest first.
    private void sorting() {
        out.list(4, CompactType.STRUCT, 1);
        out.begin();
        out.i32(1, 0);
        out.bool(2, false);
        out.bool(3, false);
        out.end();
    }

    private void chunk(Chunk chunk, RowGroup group, int column) {
        out.begin();
        out.i64(2, chunk.at());
        out.begin(3);
        out.i32(1, column == 0 ? INT64 : DOUBLE);
        out.list(2, CompactType.I32, 1);
        out.i32(PLAIN);
        out.list(3, CompactType.BINARY, 1);
        out.string(NAMES.get(column));
        out.i32(4, GZIP);
        out.i64(5, group.rows());
        out.i64(6, chunk.size());
        out.i64(7, chunk.packedSize());
        out.i64(9, chunk.at());
        if (column == 0) {
            times(group);
        }
        out.end();
        out.end();
    }

    private void times(RowGroup group) {
        out.begin(12);
        out.i64(3, 0); // nulls
        out.longBytes(5, group.lastMs());
        out.longBytes(6, group.firstMs());
        out.bool(7, true);
        out.bool(8, true);
        out.end();
    }

    /// Without these, readers may not trust the statistics: each type in its own order.
    private void orders() {
        out.list(7, CompactType.STRUCT, NAMES.size());
        for (int i = 0; i < NAMES.size(); i++) {
            out.begin();
            out.begin(1);
            out.end();
            out.end();
        }
    }
}

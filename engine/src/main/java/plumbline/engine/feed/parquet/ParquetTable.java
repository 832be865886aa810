package plumbline.engine.feed.parquet;

import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.FileSchema;
import dev.hardwood.schema.SchemaNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import plumbline.engine.text.ErrorText;

/// The wanted columns of a Parquet file, block by block.
///
/// Whatever the bytes are, reading ends: with the values, or with a [ParquetException].
///
/// Not thread-safe. Close it after use.
public final class ParquetTable implements AutoCloseable {
    /// The first and the last four bytes of every such file.
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] ENCRYPTED = "PARE".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = 8;
    private static final int BLOCK = 1 << 14;

    private static final Set<CompressionCodec> KNOWN =
            EnumSet.of(
                    CompressionCodec.UNCOMPRESSED,
                    CompressionCodec.SNAPPY,
                    CompressionCodec.GZIP,
                    CompressionCodec.ZSTD);

    private final ParquetInput input;
    private final ParquetFileReader reader;
    private final List<SchemaNode> fields;
    private List<ParquetColumn> columns = List.of();
    private @Nullable ColumnReaders readers;
    private int rows;
    private long read;

    private ParquetTable(ParquetInput input, ParquetFileReader reader, List<SchemaNode> fields) {
        this.input = input;
        this.reader = reader;
        this.fields = fields;
    }

    /// Whether the file begins as Parquet files do.
    public static boolean isParquet(Path file) throws IOException {
        try (ParquetInput input = new ParquetInput(file)) {
            return input.length() >= MAGIC.length && startsWith(input, MAGIC);
        }
    }

    private static boolean startsWith(ParquetInput input, byte[] magic) throws IOException {
        return Arrays.equals(input.readRange(0, magic.length).array(), magic);
    }

    /// Opens a file and reads what it says of itself.
    ///
    /// @throws ParquetException if it is no Parquet file or is damaged
    /// @throws IOException if it cannot be read
    public static ParquetTable open(Path file) throws IOException {
        ParquetInput input = new ParquetInput(file);
        try {
            checkFrame(input);
            ParquetFileReader reader = guarded(() -> ParquetFileReader.open(input));
            return new ParquetTable(input, reader, fields(reader));
        } catch (IOException e) {
            input.close();
            throw e;
        }
    }

    private static List<SchemaNode> fields(ParquetFileReader reader) throws ParquetException {
        List<SchemaNode> fields = guarded(() -> reader.getFileSchema().getRootNode().children());
        for (SchemaNode field : fields) {
            // Hardwood takes a footer without them
            if (field.name() == null) {
                throw new ParquetException("the file is damaged: a column has no name");
            }
        }
        return fields;
    }

    private static void checkFrame(ParquetInput input) throws IOException {
        long length = input.length();
        if (length < MAGIC.length || !startsWith(input, MAGIC)) {
            boolean encrypted = length >= MAGIC.length && startsWith(input, ENCRYPTED);
            throw new ParquetException(
                    encrypted
                            ? "the file is encrypted; write it again without that"
                            : "this is not a Parquet file: it does not begin with PAR1");
        }
        if (length < MAGIC.length + TAIL) {
            throw new ParquetException("the file is cut off");
        }
        ByteBuffer tail = input.readRange(length - TAIL, TAIL);
        int footer = Integer.reverseBytes(tail.getInt());
        byte[] last = new byte[MAGIC.length];
        tail.get(last);
        if (!Arrays.equals(last, MAGIC)) {
            throw new ParquetException("the file is cut off: it does not end with PAR1");
        }
        if (footer <= 0 || footer > length - MAGIC.length - TAIL) {
            throw new ParquetException("the file is damaged: a footer of " + footer + " bytes");
        }
    }

    /// Names of the columns, in the order of the file; a column of columns is one.
    public List<String> names() {
        return fields.stream().map(SchemaNode::name).toList();
    }

    /// How many rows the file says it has.
    public long totalRows() {
        return reader.getFileMetaData().numRows();
    }

    /// The column with that index among [#names].
    public ParquetColumn column(int field) throws ParquetException {
        FileSchema schema = reader.getFileSchema();
        if (fields.get(field) instanceof SchemaNode.PrimitiveNode node) {
            return new ParquetColumn(schema.getColumn(node.columnIndex()), field);
        }
        throw new ParquetException(
                "column '" + fields.get(field).name() + "' holds columns of its own");
    }

    /// Says which columns [#next] reads. Checks all of their pages.
    ///
    /// @throws ParquetException if they are damaged or packed in a way that is not known
    public void select(List<ParquetColumn> wanted) throws IOException {
        long sum = 0;
        for (RowGroup group : reader.getFileMetaData().rowGroups()) {
            guarded(() -> {
                check(group, wanted);
                return true;
            });
            sum += group.numRows();
        }
        if (sum != totalRows()) {
            throw new ParquetException(
                    "the file is damaged: it says it has " + totalRows() + " rows and " + sum);
        }
        String[] names = wanted.stream().map(ParquetColumn::name).toArray(String[]::new);
        columns = new ArrayList<>(wanted);
        readers =
                guarded(() ->
                        reader.buildColumnReaders(ColumnProjection.columns(names))
                                .batchSize(BLOCK)
                                .build());
    }

    private void check(RowGroup group, List<ParquetColumn> wanted) throws IOException {
        for (ParquetColumn column : wanted) {
            var chunk = group.columns().get(column.chunk());
            CompressionCodec codec = chunk.metaData().codec();
            if (!KNOWN.contains(codec)) {
                throw new ParquetException(
                        "it is packed with "
                                + codec
                                + ", which cannot be read; write it again with snappy, zstd or gzip");
            }
            PageCheck.check(input, chunk, group.numRows());
        }
    }

    /// Reads the next block into the selected columns.
    ///
    /// @return whether there was one; after the last, all rows were read
    public boolean next() throws ParquetException {
        ColumnReaders all = readers;
        if (all == null) {
            throw new IllegalStateException("no columns are selected");
        }
        boolean more =
                guarded(() -> {
                    if (!all.nextBatch()) {
                        return false;
                    }
                    rows = all.getRecordCount();
                    for (ParquetColumn column : columns) {
                        column.take(all.getColumnReader(column.name()), rows);
                    }
                    return true;
                });
        if (more) {
            read += rows;
        } else if (read != totalRows()) {
            throw new ParquetException(
                    "the file is damaged: it has " + read + " of " + totalRows() + " rows");
        }
        return more;
    }

    /// Rows of the block that was read last.
    public int rows() {
        return rows;
    }

    private static <T> T guarded(Callable<T> step) throws ParquetException {
        try {
            return step.call();
        } catch (ParquetException e) {
            throw e;
        } catch (Exception | StackOverflowError e) {
            // what Hardwood throws over a damaged file is whatever happens to break there
            throw new ParquetException("the file is damaged: " + cause(e), e);
        }
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof UncheckedIOException && cause != null
                ? ErrorText.of(cause)
                : ErrorText.of(failure);
    }

    @Override
    public void close() throws IOException {
        try (input;
                reader;
                ColumnReaders _ = readers) {
            columns = List.of();
        }
    }
}

package plumbline.engine.feed.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.CompressionCodec;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/// Walks through the pages of a column and looks whether what their headers say fits together and
/// into the file.
///
/// Hardwood takes headers at their word. A size that is wrong by one bit makes it look for the next
/// page for ever, ask for more memory than there is, or, as Snappy's native library writes as many
/// bytes as the packed ones announce however small the buffer (CVE-2026-90559), takes the JVM down.
final class PageCheck {
    private static final int FIRST_LOOK = 256;

    /// No writer makes such a page; most stay near 1 MiB.
    private static final int LARGEST_PAGE = 1 << 29;

    /// Nothing is packed tighter by DEFLATE.
    private static final long MOST_PACKED = 1032;

    private final InputFile file;
    private final CompressionCodec codec;
    private final ColumnChunk chunk;
    private final Set<Long> dataPages = new HashSet<>();
    private int headerBytes;

    private PageCheck(InputFile file, ColumnChunk chunk) {
        this.file = file;
        this.chunk = chunk;
        this.codec = chunk.metaData().codec();
    }

    /// @param rows how many values the chunk must hold
    /// @throws ParquetException if the chunk cannot be read safely
    static void check(InputFile file, ColumnChunk chunk, long rows) throws IOException {
        PageCheck check = new PageCheck(file, chunk);
        try {
            check.pages(rows);
            check.pageIndex();
        } catch (BufferUnderflowException e) {
            throw new ParquetException("the header of a page is cut off", e);
        } catch (ArithmeticException e) {
            throw new ParquetException("a page is larger than can be", e);
        }
    }

    private void pages(long rows) throws IOException {
        ColumnMetaData meta = chunk.metaData();
        long at = chunk.chunkStartOffset();
        long size = meta.totalCompressedSize();
        require(
                at >= 0 && size >= 0 && size <= Integer.MAX_VALUE && at <= file.length() - size,
                "its bytes are not within the file");
        require(
                meta.numValues() == rows,
                "it has " + meta.numValues() + " values for " + rows + " rows");
        long end = at + size;
        long values = 0;
        boolean isFirst = true;
        while (values < rows) {
            require(at < end, "its pages hold " + values + " of " + rows + " values");
            long body = at;
            PageHeader page = header(at, end);
            body += headerBytes;
            sizes(page, end - body);
            if (page.isData()) {
                require(
                        page.values() > 0 && page.values() <= rows - values,
                        "a page announces " + page.values() + " values");
                dataPages.add(at);
                values += page.values();
            } else {
                require(
                        page.type() != PageHeader.DICTIONARY || isFirst,
                        "a dictionary comes after its use");
            }
            packed(page, body);
            at = body + page.storedBytes();
            isFirst = false;
        }
    }

    private PageHeader header(long at, long end) throws IOException {
        int look = (int) Math.min(FIRST_LOOK, end - at);
        while (true) {
            ByteBuffer bytes = file.readRange(at, look);
            try {
                PageHeader page = PageHeader.read(bytes);
                headerBytes = bytes.position();
                return page;
            } catch (BufferUnderflowException e) {
                if (look == end - at) {
                    throw e;
                }
                // the header holds long statistics
                look = (int) Math.min(look * 8L, end - at);
            }
        }
    }

    private void sizes(PageHeader page, long room) throws ParquetException {
        require(
                page.storedBytes() >= 0 && page.storedBytes() <= room,
                "a page of " + page.storedBytes() + " bytes does not fit");
        require(
                page.plainBytes() >= 0 && page.plainBytes() <= LARGEST_PAGE,
                "a page of " + page.plainBytes() + " bytes is too large");
        require(
                page.levelBytes() <= Math.min(page.storedBytes(), page.plainBytes()),
                "its levels are larger than their page");
        require(
                page.type() >= PageHeader.DATA && page.type() <= PageHeader.DATA_V2,
                "a page is of an unknown kind " + page.type());
        if (page.type() == PageHeader.DICTIONARY) {
            require(
                    page.values() >= 0 && page.values() <= page.plainBytes(),
                    "a dictionary announces " + page.values() + " values");
        }
    }

    /// Whether the packed bytes hold as many as the header says.
    private void packed(PageHeader page, long body) throws IOException {
        int stored = page.storedBytes() - page.levelBytes();
        int plain = page.plainBytes() - page.levelBytes();
        if (codec == CompressionCodec.UNCOMPRESSED || !page.isPacked()) {
            require(stored == plain, "a page holds " + stored + " of " + plain + " bytes");
        } else if (codec == CompressionCodec.GZIP) {
            require(plain <= (stored + 1) * MOST_PACKED, "a page holds less than it announces");
        } else if (codec == CompressionCodec.SNAPPY && stored > 0) {
            long announced = snappyLength(body + page.levelBytes(), stored);
            require(
                    announced == plain,
                    "a packed page of " + plain + " bytes announces " + announced);
        }
    }

    /// What the bytes announce, as Snappy itself reads it: a varint of at most 32 bits.
    private long snappyLength(long at, int stored) throws IOException {
        ByteBuffer bytes = file.readRange(at, Math.min(stored, 5));
        long length = 0;
        for (int shift = 0; bytes.hasRemaining(); shift += 7) {
            byte next = bytes.get();
            length |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return length;
            }
        }
        throw new ParquetException("a packed page does not say how large it is");
    }

    /// Where there is an index of pages, Hardwood reads them from where that says they are.
    private void pageIndex() throws IOException {
        Long offset = chunk.offsetIndexOffset();
        Integer length = chunk.offsetIndexLength();
        if (offset == null || length == null) {
            require(offset == null && length == null, "half of its page index is missing");
            return;
        }
        require(
                offset >= 0 && length > 0 && offset <= file.length() - length,
                "its page index is not within the file");
        CompactReader reader = new CompactReader(file.readRange(offset, length));
        for (int id = reader.field(0); id != 0; id = reader.field(id)) {
            if (id == 1) {
                int count = reader.listField(CompactType.STRUCT);
                require(
                        count == dataPages.size(),
                        "its page index knows " + count + " of " + dataPages.size() + " pages");
                for (int i = 0; i < count; i++) {
                    location(reader);
                }
            } else {
                reader.skip();
            }
        }
        require(dataPages.isEmpty(), "its page index is incomplete");
    }

    private void location(CompactReader reader) throws ParquetException {
        long at = -1;
        for (int id = reader.field(0); id != 0; id = reader.field(id)) {
            if (id == 1) {
                reader.require(CompactType.I64);
                at = reader.i64();
            } else {
                reader.skip();
            }
        }
        require(dataPages.remove(at), "its page index names " + at + ", where no page begins");
    }

    private void require(boolean isSo, String otherwise) throws ParquetException {
        if (!isSo) {
            throw new ParquetException(
                    "column '" + chunk.metaData().pathInSchema() + "': " + otherwise);
        }
    }
}

package plumbline.storage.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.zip.CRC32C;
import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;

/// The number of the last write, in the database and, once that is on the disk, in a file beside
/// it. H2 opens a file whose newest block is damaged as it was before that block was written: then
/// the database knows a smaller number than the file beside it.
///
/// The file, big-endian: the number as a 64-bit word, then its CRC32C.
final class LastWrite {
    private static final Logger LOG = LoggerFactory.getLogger(LastWrite.class);
    private static final int SIZE = Long.BYTES + Integer.BYTES;
    private static final long UNKNOWN = 0;

    private LastWrite() {}

    /// Counts one more write, as the last thing in its transaction: who counts waits for others who
    /// have counted and not ended.
    static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE last_write SET number = number + 1");
        }
        return in(connection);
    }

    /// The number of the last write that a database holds; 0 if it is of a version that did not
    /// count.
    static long in(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT number FROM last_write")) {
            return row.next() ? row.getLong(1) : UNKNOWN;
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1) {
                return UNKNOWN;
            }
            throw e;
        }
    }

    /// Notes that a write is on the disk.
    static void promise(H2File file, long number) {
        ByteBuffer note = ByteBuffer.allocate(SIZE).putLong(number);
        note.putInt(crc(note.array())).flip();
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file.written(), options, OwnerOnly.file())) {
            channel.write(note, 0);
        } catch (IOException e) {
            // what was written is safe; only damage after a crash would not be seen
            LOG.warn("{} could not be written", file.written(), e);
        }
    }

    /// The number of the last write that was promised; 0 if none is known.
    static long promised(H2File file) {
        if (!Files.isRegularFile(file.written(), LinkOption.NOFOLLOW_LINKS)) {
            return UNKNOWN;
        }
        try {
            byte[] bytes = Files.readAllBytes(file.written());
            ByteBuffer note = ByteBuffer.wrap(bytes);
            boolean whole = bytes.length == SIZE && note.getInt(Long.BYTES) == crc(bytes);
            return whole ? note.getLong(0) : UNKNOWN;
        } catch (IOException e) {
            throw new StorageException("cannot read " + file.written() + ": " + ErrorText.of(e), e);
        }
    }

    private static int crc(byte[] note) {
        CRC32C crc = new CRC32C();
        crc.update(note, 0, Long.BYTES);
        return (int) crc.getValue();
    }
}

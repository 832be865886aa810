package plumbline.storage.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checksums of a database file that was closed in order, kept beside it: what changed while nobody
/// had it open, down to one bit anywhere, is found when it is opened again.
///
/// The file beside it, big-endian: a word that says so, the hash of what the database holds
/// ([Contents]), its length as a 64-bit word, a CRC32C of every 64 KB, then a CRC32C of all that.
final class FileSums {
    private static final Logger LOG = LoggerFactory.getLogger(FileSums.class);
    private static final int MAGIC = 0x504c5333;
    private static final int HASH = 32;
    private static final int BLOCK = 1 << 16;
    // a check of more would make the start slow
    private static final long LARGEST = 2L << 30;

    private FileSums() {}

    /// What a comparison said.
    ///
    /// @param isKnown there are whole checksums
    /// @param differences `null` if there are none
    record Comparison(boolean isKnown, @Nullable Differences differences) {
        private static final Comparison UNKNOWN = new Comparison(false, null);
    }

    /// Where a file is not as it was.
    ///
    /// @param stretches half-open, in bytes from the start of the file
    /// @param contents the hash of what it held
    record Differences(Path file, List<Stretch> stretches, String contents) {
        /// For people: the file and where in it.
        String text() {
            StringBuilder text = new StringBuilder();
            for (Stretch stretch : stretches.subList(0, Math.min(5, stretches.size()))) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(stretch.from())
                        .append(" to ")
                        .append(stretch.to());
            }
            return file
                    + " is not as it was when it was closed (see 'plumbline data verify' and 'plumbline"
                    + " audit verify'): something else changed bytes "
                    + text
                    + (stretches.size() > 5 ? " and more" : "");
        }
    }

    /// A part of a file, in bytes.
    record Stretch(long from, long to) {}

    /// Writes the checksums of a file that was just closed.
    ///
    /// @param contents the hash of what it holds
    static void write(H2File file, String contents) {
        try {
            long size = Files.size(file.path());
            if (size > LARGEST) {
                return;
            }
            int[] sums = sums(file.path(), size);
            ByteBuffer out =
                    ByteBuffer.allocate(HASH + Long.BYTES + (sums.length + 2) * Integer.BYTES);
            out.putInt(MAGIC).put(HexFormat.of().parseHex(contents)).putLong(size);
            for (int sum : sums) {
                out.putInt(sum);
            }
            out.putInt(crc(out.array(), out.position()));
            Path whole = file.sums().resolveSibling(file.sums().getFileName() + ".part");
            Files.deleteIfExists(whole);
            Files.write(Files.createFile(whole, OwnerOnly.file()), out.array());
            Files.move(whole, file.sums(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // the next start does without this check; every chunk still has its own
            LOG.warn("no checksums of {} could be written", file.path(), e);
        }
    }

    /// Compares a file with its checksums.
    static Comparison compare(H2File file) {
        if (!Files.exists(file.sums())) {
            return Comparison.UNKNOWN;
        }
        try {
            ByteBuffer expected = ByteBuffer.wrap(Files.readAllBytes(file.sums()));
            int end = expected.limit() - Integer.BYTES;
            boolean whole =
                    end >= Integer.BYTES + HASH + Long.BYTES
                            && expected.getInt(end) == crc(expected.array(), end)
                            && expected.getInt() == MAGIC;
            if (!whole || Files.size(file.path()) > LARGEST) {
                return Comparison.UNKNOWN; // it is the checksums that are damaged
            }
            byte[] contents = new byte[HASH];
            expected.get(contents).limit(end);
            List<Stretch> stretches = stretches(file.path(), expected);
            return new Comparison(
                    true,
                    stretches.isEmpty()
                            ? null
                            : new Differences(
                                    file.path(), stretches, HexFormat.of().formatHex(contents)));
        } catch (IOException e) {
            LOG.warn("{} could not be compared with its checksums", file.path(), e);
            return Comparison.UNKNOWN;
        }
    }

    /// From now on the file changes.
    static void forget(H2File file) throws IOException {
        Files.deleteIfExists(file.sums());
    }

    private static List<Stretch> stretches(Path file, ByteBuffer expected) throws IOException {
        long size = Files.size(file);
        long length = expected.getLong();
        List<Stretch> stretches = new ArrayList<>();
        int[] found = sums(file, size);
        for (int i = 0; expected.hasRemaining(); i++) {
            if (i >= found.length || expected.getInt() != found[i]) {
                stretches.add(new Stretch((long) i * BLOCK, Math.min((i + 1L) * BLOCK, length)));
            }
            if (i >= found.length) {
                break;
            }
        }
        if (size > length) {
            stretches.add(new Stretch(length, size));
        }
        return stretches;
    }

    private static int[] sums(Path file, long size) throws IOException {
        int[] sums = new int[(int) ((size + BLOCK - 1) / BLOCK)];
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        CRC32C crc = new CRC32C();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (int i = 0; i < sums.length; i++) {
                block.clear();
                while (block.hasRemaining() && channel.read(block) >= 0) {
                    // until the block is full or the file ends
                }
                crc.reset();
                crc.update(block.flip());
                sums[i] = (int) crc.getValue();
            }
        }
        return sums;
    }

    private static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}

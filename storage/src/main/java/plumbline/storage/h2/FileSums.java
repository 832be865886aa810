package plumbline.storage.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checksums of a database file that was closed in order, kept beside it: what changed while nobody
/// had it open, down to one bit anywhere, is found when it is opened again.
///
/// The file beside it: the length of the database as a 64-bit word, then a CRC32C of every 64 KB,
/// big-endian, then a CRC32C of all that.
public final class FileSums {
    private static final Logger LOG = LoggerFactory.getLogger(FileSums.class);
    private static final int BLOCK = 1 << 16;
    // a check of more would make the start slow
    private static final long LARGEST = 2L << 30;

    private FileSums() {}

    /// Where a file is not as it was.
    ///
    /// @param stretches half-open, in bytes from the start of the file
    public record Differences(Path file, List<Stretch> stretches) {
        /// For people: the file and where in it.
        public String text() {
            StringBuilder text = new StringBuilder();
            for (Stretch stretch : stretches.subList(0, Math.min(5, stretches.size()))) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(stretch.from())
                        .append(" to ")
                        .append(stretch.to());
            }
            return file
                    + " is not as it was when it was closed: something else changed bytes "
                    + text
                    + (stretches.size() > 5 ? " and more" : "");
        }
    }

    /// A part of a file, in bytes.
    public record Stretch(long from, long to) {}

    /// Writes the checksums of a file that was just closed.
    static void write(H2File file) {
        try {
            long size = Files.size(file.path());
            if (size > LARGEST) {
                return;
            }
            int[] sums = sums(file.path(), size);
            ByteBuffer out = ByteBuffer.allocate(Long.BYTES + (sums.length + 1) * Integer.BYTES);
            out.putLong(size);
            for (int sum : sums) {
                out.putInt(sum);
            }
            out.putInt(crc(out.array(), out.position()));
            Files.write(file.sums(), out.array());
        } catch (IOException e) {
            // the next start does without this check; every chunk still has its own
            LOG.warn("no checksums of {} could be written", file.path(), e);
        }
    }

    /// Compares a file with its checksums, which are gone afterwards: from now on it changes.
    ///
    /// @return where it differs, `null` if nowhere or if there are no checksums
    static @Nullable Differences check(H2File file) {
        if (!Files.exists(file.sums()) || !Files.exists(file.path())) {
            return null;
        }
        try {
            ByteBuffer expected = ByteBuffer.wrap(Files.readAllBytes(file.sums()));
            Files.delete(file.sums());
            List<Stretch> stretches = compare(file.path(), expected);
            return stretches.isEmpty() ? null : new Differences(file.path(), stretches);
        } catch (IOException e) {
            LOG.warn("{} could not be compared with its checksums", file.path(), e);
            return null;
        }
    }

    private static List<Stretch> compare(Path file, ByteBuffer expected) throws IOException {
        int end = expected.limit() - Integer.BYTES;
        boolean whole = end >= Long.BYTES && expected.getInt(end) == crc(expected.array(), end);
        long size = Files.size(file);
        if (!whole || size > LARGEST) {
            return List.of(); // it is the checksums that are damaged
        }
        long length = expected.getLong();
        List<Stretch> stretches = new ArrayList<>();
        int[] found = sums(file, size);
        for (int i = 0; expected.position() < end; i++) {
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

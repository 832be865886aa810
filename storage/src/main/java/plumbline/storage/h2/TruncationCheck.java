package plumbline.storage.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;

/// Whether what was written last is in a database file that was closed in order. H2 opens a file
/// whose newest block is missing or damaged as if that had never been written; a trader who
/// restored half a copy must be told.
///
/// The head of a file stands in it twice and names its newest block; a block begins and ends with
/// its own number.
final class TruncationCheck {
    private static final int BLOCK = 4096;
    private static final int HEADS = 2;
    private static final int FOOTER = 128;
    private static final String CHECKSUM = ",fletcher:";
    private static final int LONGEST_HEADER = 1024;

    private final Path file;

    private TruncationCheck(Path file) {
        this.file = file;
    }

    /// Looks at a file before it is opened.
    ///
    /// @throws DamagedStoreException if the file was closed in order and what was written last is
    ///   missing or damaged
    static void check(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            new TruncationCheck(file).check(channel);
        } catch (IOException e) {
            throw new StorageException("cannot read " + file + ": " + ErrorText.of(e), e);
        }
    }

    private void check(FileChannel channel) throws IOException {
        if (channel.size() < (long) HEADS * BLOCK) {
            throw damaged(channel, (long) HEADS * BLOCK);
        }
        Map<String, String> newest = null;
        for (int i = 0; i < HEADS; i++) {
            Map<String, String> head = head(channel, i);
            if (head != null && (newest == null || version(head) > version(newest))) {
                newest = head;
            }
        }
        if (newest == null || !newest.containsKey("clean")) {
            // after a crash the newest block is not noted: what is missing was never promised
            return;
        }
        requireBlock(channel, newest);
    }

    private static @Nullable Map<String, String> head(FileChannel channel, int number)
            throws IOException {
        byte[] bytes = read(channel, (long) number * BLOCK, BLOCK);
        return bytes.length < BLOCK ? null : checked(bytes);
    }

    private void requireBlock(FileChannel channel, Map<String, String> head) throws IOException {
        long start = hex(head, "block") * BLOCK;
        byte[] bytes = read(channel, start, LONGEST_HEADER);
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        Map<String, String> block = map(Arrays.copyOf(bytes, end));
        if (hex(block, "chunk") != hex(head, "chunk") || version(block) != version(head)) {
            throw damaged(channel, start);
        }
        long footerAt = start + hex(block, "len") * BLOCK - FOOTER;
        Map<String, String> footer = checked(read(channel, footerAt, FOOTER));
        if (footer == null
                || hex(footer, "chunk") != hex(head, "chunk")
                || version(footer) != version(head)) {
            throw damaged(channel, footerAt);
        }
    }

    /// A line of `key:value` that ends with a checksum of what is before it; `null` if it does not
    /// fit.
    private static @Nullable Map<String, String> checked(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && bytes[start] <= ' ') {
            start++;
        }
        int end = bytes.length;
        while (end > start && bytes[end - 1] <= ' ') {
            end--;
        }
        String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        int checksum = text.lastIndexOf(CHECKSUM);
        if (checksum < 0) {
            return null;
        }
        Map<String, String> map = map(text.getBytes(StandardCharsets.ISO_8859_1));
        int found = DataUtils.getFletcher32(bytes, start, checksum);
        return (int) hex(map, "fletcher") == found ? map : null;
    }

    private static Map<String, String> map(byte[] text) {
        try {
            return DataUtils.parseMap(new String(text, StandardCharsets.ISO_8859_1));
        } catch (MVStoreException e) {
            return new HashMap<>(); // no header: as one of another block
        }
    }

    private static long version(Map<String, String> map) {
        return hex(map, "version");
    }

    private static long hex(Map<String, String> map, String key) {
        try {
            return Long.parseLong(map.getOrDefault(key, "-1"), 16);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static byte[] read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        long next = Math.max(0, at);
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, next);
            if (read < 0) {
                break;
            }
            next += read;
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private DamagedStoreException damaged(FileChannel channel, long at) throws IOException {
        long size = channel.size();
        String what =
                at >= size
                        ? " is cut off: it has " + size + " bytes, and there was more at byte " + at
                        : " is damaged: what was written last, at byte " + at + ", cannot be read";
        return new DamagedStoreException(file + what + DamagedStoreException.WHAT_TO_DO);
    }
}

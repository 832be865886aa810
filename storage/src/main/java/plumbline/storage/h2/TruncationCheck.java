package plumbline.storage.h2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;

/// The first lines of a database file. H2 opens a file whose end is missing as if what was written
/// last had never been; a trader who restored half a copy must be told.
final class TruncationCheck {
    private static final int LENGTH = 4096;
    // H2 writes its head twice before anything else
    private static final int LEAST = 2 * LENGTH;
    private static final Pattern NEWEST =
            Pattern.compile("\\bblock:(\\p{XDigit}{1,10}),blockSize:(\\p{XDigit}{1,6})\\b");

    private TruncationCheck() {}

    /// Looks at the file before it is opened. One whose making was broken off is removed; there was
    /// nothing in it yet.
    ///
    /// @throws StorageException if the file was closed in order and what was written last is
    ///   missing
    static void check(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            String head = head(file);
            if (!head.startsWith("H:2,")) {
                return;
            }
            if (head.contains(",clean:1,")) {
                requireWhole(file, head);
            } else if (Files.size(file) < LEAST) {
                // after a crash the newest block is not noted: what is missing was never promised
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StorageException("cannot read " + file + ": " + ErrorText.of(e), e);
        }
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LENGTH), StandardCharsets.ISO_8859_1);
        }
    }

    private static void requireWhole(Path file, String head) throws IOException {
        Matcher newest = NEWEST.matcher(head);
        if (!newest.find()) {
            return;
        }
        long block = Long.parseLong(newest.group(1), 16);
        long needed = (block + 1) * Long.parseLong(newest.group(2), 16);
        long size = Files.size(file);
        if (size < needed) {
            throw new DamagedStoreException(
                    file
                            + " is cut off: it has "
                            + size
                            + " bytes of at least "
                            + needed
                            + "; put a whole copy in its place, or move it away and import again;"
                            + " nothing was changed");
        }
    }
}

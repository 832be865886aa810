package plumbline.storage.h2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.Messages;

/// The first lines of a database file. H2 opens a file whose end is missing as if what was written
/// last had never been; a trader who restored half a copy must be told.
final class FileHead {
    private static final int LENGTH = 4096;
    private static final Pattern NEWEST =
            Pattern.compile("\\bblock:(\\p{XDigit}{1,10}),blockSize:(\\p{XDigit}{1,6})\\b");

    private FileHead() {}

    /// @throws StorageException if the file was closed in order and what was written last is
    ///   missing
    static void check(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(LENGTH), StandardCharsets.ISO_8859_1);
            Matcher newest = NEWEST.matcher(head);
            // after a crash the newest block is not noted, and what is missing was never promised
            if (!head.startsWith("H:2,") || !head.contains(",clean:1,") || !newest.find()) {
                return;
            }
            long block = Long.parseLong(newest.group(1), 16);
            long needed = (block + 1) * Long.parseLong(newest.group(2), 16);
            long size = Files.size(file);
            if (size < needed) {
                throw new StorageException(
                        file
                                + " is cut off: it has "
                                + size
                                + " bytes of at least "
                                + needed
                                + "; put a whole copy in its place, or move it away and import"
                                + " again; nothing was changed");
            }
        } catch (IOException e) {
            throw new StorageException("cannot read " + file + ": " + Messages.of(e), e);
        }
    }
}

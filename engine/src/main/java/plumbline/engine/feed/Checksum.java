package plumbline.engine.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The SHA-256 that Binance puts beside each archive: `BTCUSDT-1m-2024-01.zip.CHECKSUM`, in the
/// form of `sha256sum`.
final class Checksum {
    private static final String ENDING = ".checksum";
    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64})[ \\t]+\\*?(.+?)\\s*");
    private static final int LONGEST = 1 << 16;

    private Checksum() {}

    /// Whether this is such a file, told by its name.
    static boolean is(Path file) {
        return name(file).toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /// The file that a checksum is of.
    static Path fileOf(Path checksum) {
        String name = name(checksum);
        return checksum.resolveSibling(name.substring(0, name.length() - ENDING.length()));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /// Compares the file with the checksum beside it, if there is one.
    ///
    /// @return what is wrong, or `null` if nothing is
    static @Nullable FileFault fault(Path file) throws IOException {
        Path checksum = beside(file);
        if (checksum == null) {
            return null;
        }
        String expected = expected(checksum, name(file));
        if (expected == null) {
            return new FileFault(
                    checksum,
                    0,
                    0,
                    "expected '<sha-256 in 64 hex digits>  "
                            + name(file)
                            + "'; the file was not used. Fetch both again, or remove the checksum.");
        }
        String found = sha256(file);
        return found.equals(expected)
                ? null
                : new FileFault(
                        file,
                        0,
                        0,
                        "its SHA-256 is "
                                + found
                                + ", and "
                                + name(checksum)
                                + " says "
                                + expected
                                + "; the file is damaged and was not used. Fetch it again.");
    }

    private static @Nullable Path beside(Path file) {
        return Stream.of(".CHECKSUM", ENDING)
                .map(ending -> file.resolveSibling(name(file) + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String expected(Path checksum, String file) throws IOException {
        if (Files.size(checksum) > LONGEST) {
            return null;
        }
        String text = new String(Files.readAllBytes(checksum), StandardCharsets.UTF_8);
        List<Matcher> lines = text.lines().map(LINE::matcher).filter(Matcher::matches).toList();
        return lines.stream()
                .filter(line -> lastPart(line.group(2)).equals(file))
                .map(line -> line.group(1).toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(null);
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] block = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int got = in.read(block); got >= 0; got = in.read(block)) {
                digest.update(block, 0, got);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}

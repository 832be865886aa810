package plumbline.engine.feed;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// The files of a zip that may hold candles, one after the other. Read as a stream: the central
/// directory of some archives is malformed, their content is not.
final class Archive implements AutoCloseable {
    private static final Pattern BESIDE =
            Pattern.compile(
                    "(read.?me|licen[cs]e|notice|changelog|about)\\b.*|.*\\.(md|pdf|html?|rtf|url|checksum|sha256|md5|docx?|png|jpe?g)",
                    Pattern.CASE_INSENSITIVE);

    private final Path path;
    private final ZipInputStream zip;
    private final InputStream content;
    private String member = "";

    Archive(Path path) throws IOException {
        this.path = path;
        zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
        content = new Inflated(zip, Files.size(path));
    }

    /// Goes to the next file that may hold candles.
    ///
    /// @return whether there is one
    boolean next() throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            member = entry.getName();
            if (!entry.isDirectory() && mayHoldCandles(member)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a file of an archive may, as its name says.
    static boolean mayHoldCandles(String member) {
        // macOS puts its own records beside each file
        return !member.startsWith("__MACOSX/") && !isBeside(name(member));
    }

    /// Whether a file of that name only tells of others.
    static boolean isBeside(String name) {
        return name.startsWith(".") || BESIDE.matcher(name).matches();
    }

    /// What a file of an archive holds; closing it closes the archive.
    ///
    /// @throws IOException if there is none of that name
    static InputStream open(Path path, String member) throws IOException {
        Archive archive = new Archive(path);
        while (archive.next()) {
            if (archive.member().equals(member)) {
                return new FilterInputStream(archive.content) {
                    @Override
                    public void close() throws IOException {
                        archive.close();
                    }
                };
            }
        }
        archive.close();
        throw new NoSuchFileException(path + " has no " + member);
    }

    /// The name of the file at hand, with its folders.
    String member() {
        return member;
    }

    private static String name(String member) {
        return member.substring(member.lastIndexOf('/') + 1);
    }

    /// Whether the file at hand is the one that a user means by `wanted`.
    boolean is(String wanted) {
        return is(member, wanted);
    }

    /// Whether a user means `member` by `wanted`.
    static boolean is(String member, String wanted) {
        return member.equals(wanted) || name(member).equalsIgnoreCase(wanted);
    }

    /// Where the file at hand is, for messages.
    Path place() {
        return path.resolve(member.replace('\0', '_').replaceFirst("^/+", ""));
    }

    /// What the file at hand holds; not to be closed.
    InputStream content() {
        return content;
    }

    /// What the file at hand says the archive really is, or `null`.
    @Nullable String disguise() {
        return disguise(member);
    }

    /// What a file of that name says its archive really is, or `null`.
    static @Nullable String disguise(String member) {
        String lower = member.toLowerCase(Locale.ROOT);
        if (lower.equals("[content_types].xml")
                || lower.startsWith("xl/")
                || lower.startsWith("docprops/")) {
            return "this is an Excel workbook; save the sheet as CSV and import that";
        }
        return lower.equals("mimetype")
                ? "this is a spreadsheet or document; save the sheet as CSV and import that"
                : null;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

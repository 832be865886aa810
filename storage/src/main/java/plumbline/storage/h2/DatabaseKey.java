package plumbline.storage.h2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;
import plumbline.engine.io.FileOwner;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;

/// The passwords of the databases of a home, in its file `database.key`: who cannot read the home
/// cannot use the port on which its databases are shared.
///
/// @param administrator may make tables and close the database; for the few statements that need it
/// @param user reads and writes rows, for all other work
public record DatabaseKey(String administrator, String user) {
    /// The SQL user of all daily work.
    public static final String USER = "PLUMBLINE";

    static final String ADMINISTRATOR = "SA";

    /// Of a copy that leaves the home: whoever has the file can read it anyway.
    static final DatabaseKey NONE = new DatabaseKey("", "");

    static final String FILE = "database.key";
    private static final int BYTES = 32;
    private static final int LONGEST = 4096;

    /// The key of a home; made if there is none yet.
    ///
    /// @throws StorageException if it cannot be read or made
    public static DatabaseKey of(Path home) {
        Path file = home.resolve(FILE);
        try {
            return read(file);
        } catch (IOException e) {
            throw new StorageException("cannot read or make " + file + ": " + ErrorText.of(e), e);
        }
    }

    /// Two processes may want to make it at once.
    private static synchronized DatabaseKey read(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !FileOwner.isOurs(file)) {
            throw new IOException("it belongs to somebody else");
        }
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !Files.isWritable(file)) {
            return parsed(Files.readAllBytes(file)); // nobody makes it now
        }
        Set<OpenOption> options =
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS);
        try (FileChannel channel = FileChannel.open(file, options, OwnerOnly.file());
                var _ = channel.lock()) {
            OwnerOnly.file(file);
            if (channel.size() == 0) {
                channel.write(ByteBuffer.wrap(text().getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
            channel.read(bytes, 0);
            return parsed(Arrays.copyOf(bytes.array(), bytes.position()));
        }
    }

    /// Whether a home has a key.
    static boolean isThere(Path home) {
        return Files.exists(home.resolve(FILE), LinkOption.NOFOLLOW_LINKS);
    }

    private static DatabaseKey parsed(byte[] text) throws IOException {
        Properties values = new Properties();
        values.load(new ByteArrayInputStream(text));
        String administrator = values.getProperty("administrator", "");
        String user = values.getProperty("user", "");
        if (administrator.isEmpty() || user.isEmpty()) {
            throw new IOException("it does not hold the two passwords that it should");
        }
        return new DatabaseKey(administrator, user);
    }

    private static String text() {
        return "# Opens the databases of this folder while a program shares them. For nobody else."
                + "\nadministrator="
                + random()
                + "\nuser="
                + random()
                + "\n";
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// Nothing that a log could keep.
    @Override
    public String toString() {
        return "DatabaseKey";
    }
}

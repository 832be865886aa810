package plumbline.storage.h2;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;

/// The right to look at a database file while nobody writes to it: any number of processes have it
/// at once, and while they do, none has [HostLock].
///
/// Threads: any.
final class ReadLock implements Closeable {
    private static final Map<Path, ReadLock> HELD = new HashMap<>();

    private final Path file;
    private final @Nullable FileChannel channel;
    private volatile @Nullable String warning;
    private int holders = 1;

    private ReadLock(Path file, @Nullable FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// What the file has become other than it was when it was closed.
    @Nullable String warning() {
        return warning;
    }

    /// Takes the right to a file that was closed in order.
    ///
    /// @return empty if it is not, or somebody has the database open for writing
    /// @throws StorageException if the file is damaged
    static Optional<ReadLock> ifUnchanged(H2File database) {
        try (StartupLock _ = StartupLock.at(database.turn())) {
            boolean known = isOurs(database);
            Optional<ReadLock> lock = take(database);
            if (lock.isEmpty()) {
                return lock;
            }
            boolean good = known;
            try {
                Optional<OpeningCheck.Found> found =
                        known ? Optional.empty() : new OpeningCheck(database).lookIfClosed();
                found.ifPresent(f -> lock.get().warning = f.warning());
                good = known || found.isPresent();
            } finally {
                if (!good) {
                    lock.get().close();
                }
            }
            return good ? lock : Optional.empty();
        } catch (IOException e) {
            throw new StorageException(
                    "cannot read " + database.path() + ": " + ErrorText.of(e), e);
        }
    }

    /// @return empty if somebody has the database open for writing
    private static Optional<ReadLock> take(H2File database) {
        synchronized (HELD) {
            Path file = database.host();
            ReadLock held = HELD.get(file);
            if (held != null) {
                held.holders++;
                return Optional.of(held);
            }
            if (HostLock.isOurs(database)) {
                return Optional.empty();
            }
            try {
                Optional<ReadLock> taken = takeFirst(database);
                taken.ifPresent(lock -> HELD.put(file, lock));
                return taken;
            } catch (IOException e) {
                throw new StorageException(
                        "cannot read " + database.path() + ": " + ErrorText.of(e), e);
            }
        }
    }

    private static Optional<ReadLock> takeFirst(H2File database) throws IOException {
        boolean mayWrite = Files.isWritable(database.home());
        Set<OpenOption> options =
                mayWrite
                        ? Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE,
                                LinkOption.NOFOLLOW_LINKS)
                        : Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        FileChannel channel;
        try {
            channel =
                    mayWrite
                            ? FileChannel.open(database.host(), options, OwnerOnly.file())
                            : FileChannel.open(database.host(), options);
        } catch (NoSuchFileException e) {
            return Optional.of(new ReadLock(database.host(), null)); // nobody can write there
        }
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new ReadLock(database.host(), channel));
    }

    /// Whether this process looks at the database already.
    static boolean isOurs(H2File database) {
        synchronized (HELD) {
            return HELD.containsKey(database.host());
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            holders--;
            if (holders == 0) {
                HELD.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }
}

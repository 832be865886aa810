package plumbline.storage.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;

/// Which process has a database file open: it locks a file beside it, and the system takes the lock
/// away when the process ends, however that ends. So it is known at once whether the server whose
/// address H2 left behind is alive, without asking whoever answers there now.
///
/// Threads: any.
final class HostLock {
    // a process has one channel to the file: closing any other would take its lock away
    private static final Map<Path, FileChannel> HELD = new HashMap<>();

    private HostLock() {}

    /// What came of an attempt.
    enum Attempt {
        /// This process has it since now.
        TAKEN,
        /// This process has had it before.
        OURS,
        /// Another process has it.
        OTHERS,
        /// Somebody looks at the database, who wants it to stay as it is.
        READERS
    }

    /// @throws StorageException if the file cannot be locked
    static synchronized Attempt take(H2File database) {
        Path file = database.host();
        if (HELD.containsKey(file)) {
            return Attempt.OURS;
        }
        if (ReadLock.isOurs(database)) {
            return Attempt.READERS;
        }
        try {
            FileChannel channel =
                    FileChannel.open(
                            file,
                            Set.of(
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE,
                                    LinkOption.NOFOLLOW_LINKS),
                            OwnerOnly.file());
            FileLock lock = channel.tryLock();
            if (lock == null) {
                boolean readersOnly = channel.tryLock(0, Long.MAX_VALUE, true) != null;
                channel.close();
                return readersOnly ? Attempt.READERS : Attempt.OTHERS;
            }
            HELD.put(file, channel);
            return Attempt.TAKEN;
        } catch (IOException e) {
            throw new StorageException(
                    "cannot open " + database.path() + ": " + ErrorText.of(e) + " (" + file + ")",
                    e);
        }
    }

    /// Whether this process has it.
    static synchronized boolean isOurs(H2File database) {
        return HELD.containsKey(database.host());
    }

    /// This process has closed the database.
    static synchronized void release(H2File database) throws IOException {
        FileChannel channel = HELD.remove(database.host());
        if (channel != null) {
            channel.close();
        }
    }
}

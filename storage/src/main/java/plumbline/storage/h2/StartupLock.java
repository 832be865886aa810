package plumbline.storage.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The turn to open a database or to change its tables: processes that want to do so at the same
/// time do it one after the other. H2 would manage without, but whoever finds the lock file of
/// another that is just starting waits for four seconds.
///
/// Who cannot have the turn within some seconds opens without, protected by [HostLock]; but changes
/// no tables and closes no database.
public final class StartupLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StartupLock.class);
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();
    private static final long PATIENCE = 10_000_000_000L;
    private static final long PAUSE = 10_000_000L;

    private final @Nullable FileChannel channel;
    private final boolean held;

    private StartupLock(@Nullable FileChannel channel, boolean held) {
        this.channel = channel;
        this.held = held;
    }

    /// Whether the turn came.
    boolean isHeld() {
        return held;
    }

    /// Waits for the turn.
    ///
    /// @param file that processes lock while it is theirs; made if there is none
    static StartupLock at(Path file) {
        IN_THIS_PROCESS.lock();
        try {
            FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            LinkOption.NOFOLLOW_LINKS);
            long start = System.nanoTime();
            FileLock lock = channel.tryLock();
            while (lock == null && System.nanoTime() - start < PATIENCE) {
                LockSupport.parkNanos(PAUSE);
                lock = channel.tryLock();
            }
            return new StartupLock(channel, lock != null);
        } catch (IOException e) {
            LOG.debug("no turn at {}", file, e);
            return new StartupLock(null, false);
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.debug("a turn did not end in order", e);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }
}

package plumbline.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.app.Logs;
import plumbline.engine.io.AtomicFile;

/// What becomes of a command when the process is told to end (Ctrl-C, SIGTERM): it is cancelled and
/// given a little time, what it has not finished writing is removed, and the process ends with its
/// status, or as cancelled if it has none yet.
///
/// Threads: any.
final class Ending implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
    private static final long STOP_WITHIN_MS = 1500;

    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger status = new AtomicInteger(ExitStatus.CANCELLED);
    private volatile boolean exiting;
    private final Terminal terminal;
    private final Thread hook;

    /// From now until it is closed.
    ///
    /// @param cancel asks the command to stop
    Ending(Terminal terminal, Runnable cancel) {
        this.terminal = terminal;
        this.hook = Thread.ofPlatform().name("cancel").unstarted(() -> end(cancel));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// The command has ended by itself.
    int ended(int with) {
        status.set(with);
        return with;
    }

    /// Ends the process with the status of the command; told to end meanwhile, it does so, too.
    void exit() {
        done.countDown();
        exiting = true;
        System.exit(status.get());
    }

    private void end(Runnable cancel) {
        if (exiting) {
            return; // the runtime ends with the status, and what is still open closes in order
        }
        try {
            Logs.ending();
            cancel.run();
            if (!done.await(STOP_WITHIN_MS, TimeUnit.MILLISECONDS)) {
                terminal.error("plumbline: cancelled; what was not finished is given up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // the last that is heard of this thread
            LOG.error("ending failed", e);
        } finally {
            AtomicFile.abandonUnfinished();
            terminal.flush();
            // the signal's own status would hide the command's
            Runtime.getRuntime().halt(status.get());
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the process is ending already, by the hook itself
        }
    }
}

package plumbline.app.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file `window.running` in the home folder: it is there while the window is, with the number
/// of its process in it. One that is found at the start, of a process that is no more, was left by
/// a window that did not end in order.
///
/// Threads: any; it is small enough for the FX thread.
final class RunningMarker {
    private static final Logger LOG = LoggerFactory.getLogger(RunningMarker.class);

    private final Path file;
    private final String own = String.valueOf(ProcessHandle.current().pid());

    RunningMarker(Path file) {
        this.file = file;
    }

    /// Whether the window of before did not end in order.
    boolean isLeft() {
        try {
            String text = Files.readString(file).strip();
            return text.equals(own) || !isAlive(Long.parseLong(text));
        } catch (NoSuchFileException e) {
            return false;
        } catch (NumberFormatException e) {
            return true; // cut off by the crash
        } catch (IOException e) {
            LOG.warn("cannot read {}", file, e);
            return false;
        }
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    /// The window is there. Where the home folder is not yet, it is made.
    void set() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, own.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            LOG.warn("cannot write {}; a crash would not be noticed", file, e);
        }
    }

    /// The window ended in order. The marker of another window stays.
    void remove() {
        try {
            if (Files.exists(file) && Files.readString(file).strip().equals(own)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.warn("cannot delete {}", file, e);
        }
    }
}

package plumbline.app.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.engine.io.AtomicFile;
import plumbline.ui.action.KeyStore;

/// Keeps the keys that the user changed in `keys.txt` of the home folder.
///
/// Threads: FX thread; the file is written in the background.
final class KeysFile implements KeyStore {
    private static final Logger LOG = LoggerFactory.getLogger(KeysFile.class);

    private final Path file;
    private final InstantSource clock;
    private final Executor background;
    private final AtomicReference<@Nullable String> newest = new AtomicReference<>();
    private final AtomicBoolean aside = new AtomicBoolean();

    KeysFile(Path file, InstantSource clock, Executor background) {
        this.file = file;
        this.clock = clock;
        this.background = background;
    }

    @Override
    public String read() {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(String text) {
        newest.set(text);
        background.execute(this::save);
    }

    @Override
    public void putAside() {
        aside.set(true);
    }

    /// One at a time, and always the newest keys.
    private synchronized void save() {
        String text = newest.getAndSet(null);
        if (text == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (aside.getAndSet(false) && Files.exists(file)) {
                LOG.warn("{} is kept as {}", file, BrokenFiles.aside(file, clock));
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            LOG.error("cannot write {}", file, e);
        }
    }
}

package plumbline.app.window;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.engine.io.AtomicFile;
import plumbline.ui.shell.WindowSettings;
import plumbline.ui.text.ShownPath;
import plumbline.ui.text.Texts;

/// Remembers what the window was like in `window.properties` of the home folder. A file that cannot
/// be read or written costs the memory, never the start; it is said in the log.
///
/// Threads: FX thread; files are written in the background.
final class WindowFile implements WindowSettings {
    private static final Logger LOG = LoggerFactory.getLogger(WindowFile.class);

    private final Path file;
    private final Executor background;
    private final Properties values = new Properties();
    private final InstantSource clock;
    private String problem = "";
    private final AtomicReference<@Nullable Properties> newest = new AtomicReference<>();

    WindowFile(Path file, InstantSource clock, Executor background) {
        this.file = file;
        this.clock = clock;
        this.background = background;
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(in);
        } catch (NoSuchFileException e) {
            LOG.debug("no {} yet", file);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("cannot read {}, the window starts as if for the first time", file, e);
            values.clear();
            problem = aside();
        }
    }

    /// Puts the file aside, which the next change would overwrite.
    private String aside() {
        try {
            Path aside = BrokenFiles.aside(file, clock);
            return Texts.of("settings.unreadable", ShownPath.of(file), ShownPath.of(aside));
        } catch (IOException e) {
            LOG.warn("cannot put {} aside", file, e);
            return Texts.of("settings.unreadable", ShownPath.of(file), ShownPath.of(file));
        }
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public String read(String key, String otherwise) {
        return values.getProperty(key, otherwise);
    }

    @Override
    public void write(String key, String value) {
        if (value.equals(values.setProperty(key, value))) {
            return;
        }
        Properties copy = new Properties();
        copy.putAll(values);
        newest.set(copy);
        background.execute(this::save);
    }

    /// One at a time, and always the newest values, in whatever order the threads come.
    private synchronized void save() {
        Properties copy = newest.getAndSet(null);
        if (copy == null) {
            return;
        }
        try {
            StringWriter text = new StringWriter();
            copy.store(text, null);
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            LOG.warn("cannot write {}", file, e);
        }
    }
}

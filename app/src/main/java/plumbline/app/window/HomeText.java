package plumbline.app.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.engine.io.AtomicFile;
import plumbline.ui.action.KeyStore;
import plumbline.ui.job.JobHistory;

/// A text of the window that is kept in a file of the home folder, replaced as a whole.
///
/// Threads: any.
final class HomeText {
    private static final Logger LOG = LoggerFactory.getLogger(HomeText.class);
    private static final long LARGEST = 4 << 20;

    private final Path file;

    HomeText(Path file) {
        this.file = file;
    }

    /// As the place of the keys that the user changed.
    KeyStore asKeys(Executor background) {
        return new Keys(background);
    }

    /// As the place of ended jobs.
    JobHistory asJobHistory() {
        return new JobHistory() {
            @Override
            public String read() throws IOException {
                return HomeText.this.read();
            }

            @Override
            public void write(String text) throws IOException {
                HomeText.this.write(text);
            }
        };
    }

    private String read() throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException(file + " is too large to be what it should");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private synchronized void write(String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    private final class Keys implements KeyStore {
        private final Executor background;
        private final AtomicReference<@Nullable String> newest = new AtomicReference<>();

        Keys(Executor background) {
            this.background = background;
        }

        @Override
        public String read() {
            try {
                return HomeText.this.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void write(String text) {
            newest.set(text);
            background.execute(() -> {
                String now = newest.getAndSet(null);
                if (now != null) {
                    try {
                        HomeText.this.write(now);
                    } catch (IOException e) {
                        LOG.error("cannot write {}", file, e);
                    }
                }
            });
        }
    }
}

package plumbline.app.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import plumbline.engine.io.AtomicFile;
import plumbline.ui.job.JobHistory;

/// Keeps what the long works of the window came to in `jobs.txt` of the home folder.
final class JobFile implements JobHistory {
    private final Path file;

    JobFile(Path file) {
        this.file = file;
    }

    @Override
    public String read() throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    @Override
    public void write(String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }
}

package plumbline.app.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.engine.io.AtomicFile;
import plumbline.ui.text.ShownPath;
import plumbline.ui.workspace.LayoutStore;
import plumbline.ui.workspace.LayoutText;

/// Keeps layouts in the folder `layouts` of the home, a file each.
final class LayoutFiles implements LayoutStore {
    private static final String SUFFIX = ".json";

    private final Path folder;
    private final InstantSource clock;

    LayoutFiles(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Optional<String> read(String name) throws IOException {
        Path file = file(name);
        try {
            if (Files.size(file) > LayoutText.MOST_BYTES) {
                return Optional.of(""); // no layout is that large
            }
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String name, String text) throws IOException {
        Files.createDirectories(folder);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file(name), out -> out.write(bytes));
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    @Override
    public String putAside(String name) throws IOException {
        return ShownPath.of(BrokenFiles.aside(file(name), clock));
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}

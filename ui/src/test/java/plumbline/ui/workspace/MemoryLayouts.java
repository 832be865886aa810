package plumbline.ui.workspace;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps layouts in memory, as many as there is room for.
public final class MemoryLayouts implements LayoutStore {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private int room = Integer.MAX_VALUE;

    /// Only so many fit from now on.
    public void room(int most) {
        room = most;
    }

    @Override
    public synchronized List<String> names() {
        return List.copyOf(texts.keySet());
    }

    @Override
    public synchronized Optional<String> read(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    @Override
    public synchronized void write(String name, String text) throws IOException {
        if (texts.size() >= room && !texts.containsKey(name)) {
            throw new IOException("No space left on device");
        }
        texts.put(name, text);
    }

    @Override
    public synchronized void delete(String name) {
        texts.remove(name);
    }

    @Override
    public String putAside(String name) {
        throw new AssertionError(name);
    }
}

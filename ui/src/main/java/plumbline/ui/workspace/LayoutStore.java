package plumbline.ui.workspace;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Port: where layouts are kept, as texts by name.
///
/// Threads: any; the calls block.
public interface LayoutStore {
    /// Whether what is written is there at the next start.
    default boolean isLasting() {
        return true;
    }

    /// The names of what is kept, in order.
    List<String> names() throws IOException;

    /// @return empty if there is none of that name
    Optional<String> read(String name) throws IOException;

    void write(String name, String text) throws IOException;

    void delete(String name) throws IOException;

    /// Puts a text that cannot be used aside, so that nothing writes over it.
    ///
    /// @return where it is now, for people
    String putAside(String name) throws IOException;
}

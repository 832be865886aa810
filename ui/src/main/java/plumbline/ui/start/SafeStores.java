package plumbline.ui.start;

import java.util.List;
import java.util.Optional;
import plumbline.ui.action.KeyStore;
import plumbline.ui.workspace.LayoutStore;

/// Layouts and keys of a safe start: none are read, and none are written, so the files of the user
/// stay as they are.
///
/// Threads: any.
public final class SafeStores {
    private SafeStores() {}

    public static LayoutStore layouts() {
        return new LayoutStore() {
            @Override
            public boolean isLasting() {
                return false;
            }

            @Override
            public List<String> names() {
                return List.of();
            }

            @Override
            public Optional<String> read(String name) {
                return Optional.empty();
            }

            @Override
            public void write(String name, String text) {
                // it goes with the window
            }

            @Override
            public void delete(String name) {
                // there is none
            }

            @Override
            public String putAside(String name) {
                throw new IllegalStateException("there is no " + name + " to put aside");
            }
        };
    }

    public static KeyStore keys() {
        return new KeyStore() {
            @Override
            public String read() {
                return "";
            }

            @Override
            public void write(String text) {
                // it goes with the window
            }

            @Override
            public void putAside() {
                // there is nothing
            }
        };
    }
}

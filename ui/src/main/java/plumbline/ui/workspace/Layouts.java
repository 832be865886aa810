package plumbline.ui.workspace;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.engine.text.ErrorText;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.workspace.LayoutText.LayoutException;

/// The layout in use, which is saved by itself a moment after each change, and the others by name.
///
/// Threads: FX thread, but for [#load] and [#flush]; files are written in the background, one at a
/// time.
public final class Layouts {
    /// The layout of a home that has no other.
    public static final String USUAL = "Usual";

    /// No name is longer, in characters.
    static final int LONGEST_NAME = 40;

    private static final System.Logger LOG = System.getLogger(Layouts.class.getName());
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ()_-]{0," + (LONGEST_NAME - 1) + "}");

    private final FxTasks tasks;
    private final LayoutStore store;
    private final Supplier<WindowLayout> now;
    private final Consumer<String> problem;
    private final AtomicReference<@Nullable Text> unwritten = new AtomicReference<>();
    private String name;
    private boolean waiting;
    private boolean told;
    private boolean closed;

    private record Text(String name, String text) {}

    /// A layout as it was found.
    ///
    /// @param problem for people, why it is not the one that was kept; empty if it is
    public record Loaded(String name, WindowLayout layout, String problem) {}

    /// @param name of the layout in use
    /// @param now reads the layout from the window
    /// @param problem told once if a layout cannot be written
    public Layouts(
            FxTasks tasks,
            LayoutStore store,
            String name,
            Supplier<WindowLayout> now,
            Consumer<String> problem) {
        this.tasks = tasks;
        this.store = store;
        this.name = name;
        this.now = now;
        this.problem = problem;
    }

    /// Reads a layout. One that cannot be used is put aside and the usual one takes its place; this
    /// never fails. Any thread but the FX thread.
    public static Loaded load(LayoutStore store, String wanted) {
        String name = isName(wanted) ? wanted : USUAL;
        try {
            Optional<String> text = store.read(name);
            return new Loaded(
                    name,
                    text.isEmpty() ? WindowLayout.untouched() : LayoutText.read(text.get()),
                    "");
        } catch (LayoutException e) {
            return new Loaded(name, WindowLayout.untouched(), putAside(store, name, e));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot read the layout " + name, e);
            return new Loaded(name, WindowLayout.untouched(), ErrorText.of(e));
        }
    }

    private static String putAside(LayoutStore store, String name, LayoutException why) {
        try {
            return ErrorText.of(why) + "; it was put aside as " + store.putAside(name);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot put the layout " + name + " aside", e);
            return ErrorText.of(why);
        }
    }

    /// Whether a layout can be called that; it is the name of a file.
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    public String name() {
        return name;
    }

    /// Something moved: it is saved soon.
    public void changed() {
        if (!waiting) {
            waiting = true;
            tasks.later(SOON, this::save);
        }
    }

    /// Saves what is shown for the last time; the window is about to end.
    public void close() {
        save();
        closed = true;
    }

    /// Saves what is shown now under the name in use.
    public void save() {
        waiting = false;
        if (closed) {
            return; // nothing is shown any more
        }
        unwritten.set(new Text(name, LayoutText.write(now.get())));
        tasks.run(
                () -> {
                    flush();
                    return true;
                },
                done -> told = false,
                this::notWritten);
    }

    private void notWritten(Throwable failure) {
        if (!told) {
            told = true;
            problem.accept(ErrorText.of(failure));
        }
    }

    /// Writes what still waits to be written: always the newest, in whatever order threads come.
    /// Any thread but the FX thread.
    public synchronized void flush() throws IOException {
        Text text = unwritten.getAndSet(null);
        if (text != null) {
            store.write(text.name(), text.text());
        }
    }

    /// Goes on under another name, with what is shown now.
    ///
    /// @throws IllegalArgumentException if it is no name
    public void saveAs(String other) {
        if (!isName(other)) {
            throw new IllegalArgumentException(other);
        }
        save();
        name = other;
        save();
    }

    /// Saves the layout in use and reads another one.
    public void change(String other, Consumer<Loaded> loaded) {
        save();
        tasks.run(
                () -> {
                    flush();
                    return load(store, other);
                },
                found -> {
                    name = found.name();
                    loaded.accept(found);
                },
                failure -> problem.accept(ErrorText.of(failure)));
    }

    /// Deletes a layout that is not in use.
    public void delete(String other) {
        if (!other.equals(name)) {
            tasks.run(
                    () -> {
                        store.delete(other);
                        return true;
                    },
                    done -> {},
                    failure -> problem.accept(ErrorText.of(failure)));
        }
    }

    /// The names that there are; the one in use is among them.
    public void names(Consumer<List<String>> found) {
        tasks.run(store::names, found, failure -> problem.accept(ErrorText.of(failure)));
    }
}

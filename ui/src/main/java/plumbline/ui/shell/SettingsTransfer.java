package plumbline.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.engine.io.AtomicFile;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Printable;
import plumbline.ui.action.Action;
import plumbline.ui.action.KeyMap;
import plumbline.ui.action.KeysTaken;
import plumbline.ui.control.Notices;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.settings.Settings;
import plumbline.ui.settings.SettingsText;
import plumbline.ui.settings.SettingsText.Content;
import plumbline.ui.settings.SettingsText.SettingsException;
import plumbline.ui.text.ShownPath;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.LayoutCollection;
import plumbline.ui.workspace.Layouts;

/// Carries settings, changed keys and layouts out of this home as one file, and into it.
///
/// Threads: FX thread; files are read and written in the background.
final class SettingsTransfer {
    private static final String NAME = "plumbline-settings.json";
    private static final String ENDING = ".json";
    private static final int MOST_NAMED = 5;
    private static final int LONGEST_NAMED = 48;

    private final FxTasks tasks;
    private final Settings settings;
    private final KeyMap keys;
    private final Layouts layouts;
    private final LayoutCollection collection;
    private final Notices notices;
    private final Chooser chooser;

    /// Port: asks the user for a file.
    interface Chooser {
        /// @return empty if the user thought better of it
        Optional<Path> target(String name);

        /// @return empty if the user thought better of it
        Optional<Path> source();
    }

    private sealed interface Outcome {
        /// @param named layouts that were left out of a file, or added from one
        record Done(Path file, Content content, List<String> named) implements Outcome {}

        record Refused(Path file, String why) implements Outcome {}
    }

    SettingsTransfer(
            FxTasks tasks,
            Settings settings,
            KeyMap keys,
            Layouts layouts,
            LayoutCollection collection,
            Notices notices,
            Chooser chooser) {
        this.tasks = tasks;
        this.settings = settings;
        this.keys = keys;
        this.layouts = layouts;
        this.collection = collection;
        this.notices = notices;
        this.chooser = chooser;
    }

    /// Asks for a file and writes it.
    void exportFile() {
        if (isPossible()) {
            chooser.target(NAME).ifPresent(this::exportTo);
        }
    }

    /// Asks for a file and takes what is in it.
    void importFile() {
        if (isPossible()) {
            chooser.source().ifPresent(this::importFrom);
        }
    }

    /// A safe start knows neither layouts nor keys of the user, and keeps none.
    private boolean isPossible() {
        boolean lasting = collection.store().isLasting();
        if (!lasting) {
            notices.warned(
                    Texts.of("settings.file.safe"),
                    Texts.of("settings.file.safe.detail"),
                    List.of());
        }
        return lasting;
    }

    private void exportTo(Path file) {
        Content without = new Content(settings.chosen(), keys.changed(), Map.of());
        layouts.save();
        tasks.run(
                () -> written(file, without),
                this::exported,
                failure -> notices.failed(Texts.of("settings.file.notExported"), failure));
    }

    private Outcome written(Path typed, Content without) throws IOException {
        Path file = withEnding(typed);
        layouts.flush();
        LayoutCollection.Found found = collection.all();
        Content content = new Content(without.settings(), without.keys(), found.layouts());
        byte[] text = SettingsText.write(content);
        try {
            SettingsText.read(text); // what cannot be taken again is not worth keeping
        } catch (SettingsException e) {
            return new Outcome.Refused(file, ErrorText.of(e));
        }
        AtomicFile.write(file, out -> out.write(text));
        return new Outcome.Done(file, content, found.leftOut());
    }

    /// The user was asked before what was typed is replaced, not before something else is.
    private static Path withEnding(Path typed) {
        Path ended = typed.resolveSibling(typed.getFileName() + ENDING);
        return typed.toString().endsWith(ENDING) || Files.exists(ended) ? typed : ended;
    }

    private void exported(Outcome outcome) {
        switch (outcome) {
            case Outcome.Refused(Path file, String why) ->
                    notices.failed(
                            "SET-101", Texts.of("settings.file.notExported"), why(file, why));
            case Outcome.Done(Path file, Content content, List<String> leftOut) -> {
                List<String> said = new ArrayList<>();
                said.add(
                        counted(
                                content.settings().size(),
                                content.keys().size(),
                                content.layouts().size()));
                said.add(ShownPath.of(file));
                List<String> missing = new ArrayList<>(leftOut);
                if (keys.problem().isPresent() && content.keys().isEmpty()) {
                    missing.add(Texts.of("setting.keys"));
                }
                tell("settings.file.exported", said, "settings.file.leftOut", missing);
            }
        }
    }

    private void importFrom(Path file) {
        layouts.save(); // so that what is arranged now counts as a layout of this home
        tasks.run(
                () -> added(file),
                this::imported,
                failure -> notImported(file, ErrorText.of(failure)));
    }

    /// Reads and checks the whole file, and adds its layouts, of which none takes the place of
    /// another. From then on nothing can fail.
    private Outcome added(Path file) throws IOException {
        Content content;
        try (InputStream in = Files.newInputStream(file)) {
            content = SettingsText.read(in.readNBytes(SettingsText.MOST_BYTES + 1));
        } catch (SettingsException e) {
            return new Outcome.Refused(file, ErrorText.of(e));
        } catch (NoSuchFileException e) {
            return new Outcome.Refused(file, Texts.of("settings.file.missing"));
        } catch (AccessDeniedException e) {
            return new Outcome.Refused(file, Texts.of("settings.file.denied"));
        }
        layouts.flush();
        return new Outcome.Done(file, content, collection.add(content.layouts()));
    }

    private void imported(Outcome outcome) {
        switch (outcome) {
            case Outcome.Refused(Path file, String why) -> notImported(file, why);
            case Outcome.Done(Path _, Content content, List<String> added) -> {
                List<String> passedOver = new ArrayList<>(settings.choose(content.settings()));
                int chosen = content.settings().size() - passedOver.size();
                KeysTaken taken = keys.takeAll(content.keys());
                passedOver.addAll(taken.passedOver());
                List<String> said = new ArrayList<>();
                said.add(counted(chosen, taken.taken(), added.size()));
                if (!added.isEmpty()) {
                    said.add(Texts.of("settings.file.added", named(added)));
                }
                if (!taken.robbed().isEmpty()) {
                    List<String> robbed = taken.robbed().stream().map(Action::title).toList();
                    said.add(Texts.of("settings.file.robbed", named(robbed)));
                }
                tell("settings.file.imported", said, "settings.file.passedOver", passedOver);
            }
        }
    }

    private void notImported(Path file, String why) {
        notices.failed(
                "SET-102",
                Texts.of("settings.file.notImported"),
                Texts.of("settings.file.unchanged", why(file, why)));
    }

    private static String why(Path file, String why) {
        return Printable.of(Texts.of("settings.file.why", ShownPath.of(file), why));
    }

    /// As a warning if something is missing.
    private void tell(String title, List<String> said, String lacking, List<String> missing) {
        if (missing.isEmpty()) {
            notices.done(Texts.of(title), String.join("\n", said), List.of());
        } else {
            said.add(Texts.of(lacking, named(missing)));
            notices.warned(Texts.of(title), String.join("\n", said), List.of());
        }
    }

    /// `4 settings, 2 keys, 1 layout`.
    private static String counted(int chosen, int changed, int added) {
        return String.join(
                ", ",
                Texts.of(chosen == 1 ? "settings.file.setting" : "settings.file.settings", chosen),
                Texts.of(changed == 1 ? "settings.file.key" : "settings.file.keyCount", changed),
                Texts.of(added == 1 ? "settings.file.oneLayout" : "settings.file.layouts", added));
    }

    /// The first of them: a file may name whatever it likes, at any length.
    private static String named(List<String> names) {
        List<String> shown = new ArrayList<>();
        for (String name : names.subList(0, Math.min(MOST_NAMED, names.size()))) {
            String line = Printable.of(name).replace('\n', ' ');
            shown.add(
                    line.length() <= LONGEST_NAMED ? line : line.substring(0, LONGEST_NAMED) + "…");
        }
        String all = String.join(", ", shown);
        int further = names.size() - shown.size();
        return further == 0 ? all : Texts.of("settings.file.further", all, further);
    }
}

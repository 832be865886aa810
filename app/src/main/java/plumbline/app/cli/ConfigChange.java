package plumbline.app.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import plumbline.app.ConfigChanges;
import plumbline.app.Home;
import plumbline.app.OpenHome;
import plumbline.engine.config.ConfigKey;
import plumbline.engine.config.Configuration;
import plumbline.engine.config.UserConfig.Change;
import plumbline.storage.Journal;

/// Changes what is configured, with the journal of the home open alone: the store may be the very
/// thing that is configured wrongly.
final class ConfigChange {
    private final CommandContext context;

    ConfigChange(CommandContext context) {
        this.context = context;
    }

    /// What is to be done.
    interface Work {
        Change with(ConfigChanges changes) throws IOException;
    }

    /// @return the exit status
    int make(Work work) throws IOException {
        Configuration configuration = context.layers().passingOverFaults();
        Home home = new Home(context.folder());
        Change change;
        try (Journal journal = Journal.open(home.folder())) {
            change =
                    work.with(
                            new ConfigChanges(
                                    home,
                                    configuration,
                                    (action, subject, detail) ->
                                            OpenHome.note(
                                                    journal.audit(), action, subject, detail)));
        }
        context.terminal().result(() -> document(change), () -> text(change));
        if (change.isOne()) {
            context.terminal().note("a window that is open has it from its next start");
        }
        return ExitStatus.DONE;
    }

    private static Object document(Change change) {
        ConfigKey<?> key = change.key();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("key", key.name());
        document.put("before", ConfigTexts.document(key, change.before()));
        document.put("now", ConfigTexts.document(key, change.now()));
        return document;
    }

    private static String text(Change change) {
        String key = change.key().name();
        return change.isOne()
                ? key + ": " + change.text() + " (" + change.now().origin() + ")"
                : key
                        + " is '"
                        + ConfigTexts.value(change.key(), change.now())
                        + "' already; nothing was changed";
    }
}

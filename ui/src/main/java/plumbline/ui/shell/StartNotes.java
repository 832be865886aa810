package plumbline.ui.shell;

import java.util.List;
import plumbline.ui.action.KeyMap;
import plumbline.ui.settings.Settings;
import plumbline.ui.text.Texts;

/// What is said once at the start: of the user's, what could not be used.
final class StartNotes {
    private StartNotes() {}

    static void tell(WindowContext context, Settings settings, KeyMap keys, Toasts toasts) {
        String memory = context.memory().problem();
        if (!memory.isEmpty()) {
            toasts.failed("SET-103", Texts.of("settings.problem"), memory);
        }
        List<String> unknown = settings.problems();
        if (!unknown.isEmpty()) {
            toasts.failed("SET-103", Texts.of("settings.problem"), String.join(" ", unknown));
        }
        keys.problem()
                .ifPresent(problem -> toasts.failed("SET-104", Texts.of("keys.problem"), problem));
    }
}

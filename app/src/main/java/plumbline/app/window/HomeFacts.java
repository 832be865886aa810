package plumbline.app.window;

import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.LoggerFactory;
import plumbline.app.Home;
import plumbline.app.StoreSettings;
import plumbline.ui.settings.SettingFact;
import plumbline.ui.settings.SettingGroup;
import plumbline.ui.text.ShownPath;

/// What was set before the window opened, and by whom, for the page of settings.
final class HomeFacts {
    private static final String HOME = "PLUMBLINE_HOME";
    private static final String LOG = "PLUMBLINE_LOG";

    private HomeFacts() {}

    static List<SettingFact> of(Home home, Map<String, String> environment) {
        return List.of(
                fact("home", ShownPath.of(home.folder()), homeOrigin(home, environment)),
                fact(
                        "store",
                        home.store().toString(),
                        home.store().isHome()
                                ? SettingFact.usual()
                                : SettingFact.environment(StoreSettings.URL)),
                fact("log", level(), logOrigin(level(), environment)));
    }

    private static SettingFact fact(String id, String value, String origin) {
        return new SettingFact(id, SettingGroup.HOME, value, origin);
    }

    private static String homeOrigin(Home home, Map<String, String> environment) {
        String named = environment.getOrDefault(HOME, "");
        if (!named.isEmpty() && is(home, Path.of(named))) {
            return SettingFact.environment(HOME);
        }
        Path usual = Path.of(System.getProperty("user.home", ""), ".plumbline");
        return is(home, usual) ? SettingFact.usual() : SettingFact.option("--home");
    }

    private static boolean is(Home home, Path folder) {
        return home.folder().equals(folder.toAbsolutePath().normalize());
    }

    private static String level() {
        return LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                ? context.getLogger("plumbline")
                        .getEffectiveLevel()
                        .toString()
                        .toLowerCase(Locale.ROOT)
                : "info";
    }

    /// `--verbose` is stronger than the environment.
    static String logOrigin(String level, Map<String, String> environment) {
        String named = environment.getOrDefault(LOG, "");
        if (!named.isEmpty() && named.equalsIgnoreCase(level)) {
            return SettingFact.environment(LOG);
        }
        return level.equals("debug") ? SettingFact.option("--verbose") : SettingFact.usual();
    }
}

package plumbline.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import plumbline.app.Home;
import plumbline.engine.config.ConfigKeys;
import plumbline.engine.config.ConfigValue;
import plumbline.engine.config.Configuration;
import plumbline.ui.settings.SettingFact;
import plumbline.ui.settings.SettingGroup;
import plumbline.ui.text.ShownPath;

/// What was set before the window opened, and by whom, for the page of settings.
final class HomeFacts {
    private static final String HOME = "PLUMBLINE_HOME";

    private HomeFacts() {}

    static List<SettingFact> of(
            Home home, Configuration configuration, Map<String, String> environment) {
        return List.of(
                fact("home", ShownPath.of(home.folder()), homeOrigin(home, environment)),
                fact(
                        "store",
                        home.store().toString(),
                        origin(configuration.value(ConfigKeys.STORE_URL))),
                fact(
                        "log",
                        configuration.get(ConfigKeys.LOG_LEVEL),
                        origin(configuration.value(ConfigKeys.LOG_LEVEL))));
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

    private static String origin(ConfigValue value) {
        return switch (value.layer()) {
            case DEFAULT -> SettingFact.usual();
            case FILE -> SettingFact.file(value.source());
            case ENVIRONMENT -> SettingFact.environment(value.source());
            case RUN_TIME -> SettingFact.option(value.source());
        };
    }
}

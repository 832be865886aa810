package plumbline.app.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plumbline.app.Home;
import plumbline.engine.config.ConfigKey;
import plumbline.engine.config.Configuration;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.settings.ConfigSetting;
import plumbline.ui.settings.ConfigWriter;
import plumbline.ui.settings.SettingFact;
import plumbline.ui.settings.SettingGroup;
import plumbline.ui.settings.SettingItem;
import plumbline.ui.text.ShownPath;

/// What the window and the command line have in common, for the page of settings: every key of the
/// configuration, and the home folder.
final class HomeItems {
    private static final String HOME = "PLUMBLINE_HOME";

    private HomeItems() {}

    static List<SettingItem> of(
            Configuration configuration, ConfigWriter writer, FxTasks tasks, SettingFact home) {
        List<SettingItem> items = new ArrayList<>();
        for (ConfigKey<?> key : configuration.keys()) {
            items.add(new ConfigSetting(key, configuration, writer, tasks));
        }
        items.add(home);
        return items;
    }

    /// The home folder, and who named it.
    static SettingFact home(Home home, Map<String, String> environment) {
        return new SettingFact(
                "home",
                SettingGroup.HOME,
                ShownPath.of(home.folder()),
                homeOrigin(home, environment));
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
}

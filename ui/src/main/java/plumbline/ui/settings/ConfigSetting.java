package plumbline.ui.settings;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import plumbline.engine.config.ConfigKey;
import plumbline.engine.config.ConfigLayer;
import plumbline.engine.config.ConfigValue;
import plumbline.engine.config.Configuration;
import plumbline.engine.text.ErrorText;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.text.Texts;

/// A key of the configuration on the page: what it is set to, who set it, and how the user changes
/// it.
///
/// Threads: FX thread; what the user changes is kept in the background.
public final class ConfigSetting implements SettingItem {
    private final ConfigKey<?> key;
    private final Configuration configuration;
    private final ConfigWriter writer;
    private final FxTasks tasks;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private String fault = "";
    private boolean writing;
    private @Nullable Callable<Boolean> waiting;

    public ConfigSetting(
            ConfigKey<?> key, Configuration configuration, ConfigWriter writer, FxTasks tasks) {
        this.key = key;
        this.configuration = configuration;
        this.writer = writer;
        this.tasks = tasks;
    }

    @Override
    public String id() {
        return "config-" + key.name().replace('.', '-');
    }

    @Override
    public SettingGroup group() {
        return SettingGroup.CONFIGURATION;
    }

    /// What a trader calls it; a key that has no such name yet has its own.
    @Override
    public String title() {
        String text = "config.key." + key.name();
        return Texts.has(text) ? Texts.of(text) : key.name();
    }

    @Override
    public String explanation() {
        return key.explanation();
    }

    ConfigKey<?> key() {
        return key;
    }

    /// What holds from the next start, as it is written, which is what holds now of most keys; of a
    /// secret nothing.
    String text() {
        return key.secret() ? "" : written(configuration.next(key));
    }

    private String written(ConfigValue value) {
        return key.type().choices().isEmpty() ? value.text() : key.type().written(value.text());
    }

    /// Of a secret: whether there is one.
    boolean isSet() {
        return !configuration.next(key).text().isEmpty();
    }

    /// What a choice is called.
    String name(String choice) {
        String text = "config.choice." + choice;
        return Texts.has(text) ? Texts.of(text) : choice;
    }

    boolean isSetByUser() {
        return configuration.next(key).layer() == ConfigLayer.USER;
    }

    /// Its name for files and commands, who set it, and whether a change has to wait.
    String place() {
        String place = key.name() + " · " + origin();
        return key.live() || key.secret() ? place : place + " · " + Texts.of("config.notLive");
    }

    /// Who set it; if it was the user, also what it would be otherwise.
    String origin() {
        List<ConfigValue> values = configuration.nextValues(key);
        ConfigValue value = values.getLast();
        if (value.layer() != ConfigLayer.USER) {
            return origin(value);
        }
        ConfigValue below = values.get(values.size() - 2);
        return SettingFact.user(Texts.of("config.otherwise", quoted(below), origin(below)));
    }

    private static String origin(ConfigValue value) {
        return switch (value.layer()) {
            case DEFAULT -> SettingFact.usual();
            case FILE -> SettingFact.file(value.source());
            case ENVIRONMENT -> SettingFact.environment(value.source());
            case USER -> SettingFact.user("");
            case RUN_TIME -> SettingFact.option(value.source());
        };
    }

    private String quoted(ConfigValue value) {
        return value.text().isEmpty()
                ? Texts.of("config.nothing")
                : name(key.shown(written(value)));
    }

    /// What else holds: an option of this run, or what held when the window was opened; empty if
    /// nothing does.
    String note() {
        ConfigValue now = configuration.value(key);
        ConfigValue next = configuration.next(key);
        if (now.layer() == ConfigLayer.RUN_TIME) {
            return Texts.of("config.thisRun", quoted(now), now.source());
        }
        if (!now.text().equals(next.text())) {
            return Texts.of("config.restart", quoted(now));
        }
        return "";
    }

    /// Why the last value that was entered was not taken; empty if it was.
    String fault() {
        return fault;
    }

    /// Sets what the user entered. What is wrong with it is the fault; nothing is changed then.
    void set(String text) {
        try {
            key.type().read(text);
        } catch (IllegalArgumentException e) {
            fault = Texts.of("config.fault", key.type().allowed());
            show();
            return;
        }
        if (text.strip().equals(text()) && waiting == null && !writing) {
            fault = "";
            show();
            return;
        }
        start(() -> {
            writer.set(key, text);
            return true;
        });
    }

    void reset() {
        start(() -> {
            writer.reset(key);
            return true;
        });
    }

    /// Forgets a value that was not taken.
    void forget() {
        fault = "";
        show();
    }

    /// One at a time; of those that wait only the newest counts.
    private void start(Callable<Boolean> work) {
        if (writing) {
            waiting = work;
            return;
        }
        writing = true;
        tasks.run(work, done -> ended(""), failure -> ended(ErrorText.of(failure)));
    }

    private void ended(String problem) {
        writing = false;
        fault = problem;
        writer.changed(key);
        show();
        Callable<Boolean> next = waiting;
        waiting = null;
        if (next != null) {
            start(next);
        }
    }

    private void show() {
        changes.set(changes.get() + 1);
    }

    /// Tells `node` of the value, now and after each change while it stands in a window.
    void watch(Node node, Runnable changed) {
        changed.run();
        Subscription[] heard = {Subscription.EMPTY};
        node.sceneProperty()
                .subscribe(scene -> {
                    heard[0].unsubscribe();
                    heard[0] =
                            scene == null
                                    ? Subscription.EMPTY
                                    : changes.subscribe(now -> changed.run());
                });
    }

    @Override
    public String words() {
        String value = key.secret() ? "" : name(text());
        return String.join(
                " ", title(), explanation(), key.name(), value, origin(), group().title());
    }
}

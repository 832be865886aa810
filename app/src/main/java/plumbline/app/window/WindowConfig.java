package plumbline.app.window;

import java.io.IOException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import plumbline.app.BacktestDefaults;
import plumbline.app.ConfigChanges;
import plumbline.app.ConfiguredBackups;
import plumbline.app.Home;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.config.ConfigKey;
import plumbline.engine.config.ConfigKeys;
import plumbline.engine.config.Configuration;
import plumbline.engine.upkeep.BackupPlan;
import plumbline.ui.settings.ConfigWriter;

/// The configuration as the window goes by it: what is changed on the page of settings is kept and
/// holds at once where that is safe.
final class WindowConfig implements ConfigWriter {
    private final Configuration configuration;
    private final ConfigChanges changes;
    private final ReadOnlyObjectWrapper<Assumptions> backtest;

    WindowConfig(Home home, Configuration configuration, ConfigChanges.Noting noting) {
        this.configuration = configuration;
        this.changes = new ConfigChanges(home, configuration, noting);
        this.backtest = new ReadOnlyObjectWrapper<>(BacktestDefaults.of(configuration));
    }

    @Override
    public void set(ConfigKey<?> key, String text) throws IOException {
        changes.set(key, text);
    }

    @Override
    public void reset(ConfigKey<?> key) throws IOException {
        changes.reset(key);
    }

    @Override
    public void changed(ConfigKey<?> key) {
        backtest.set(BacktestDefaults.of(configuration));
    }

    /// What a backtest takes for granted; changes on the FX thread.
    ReadOnlyObjectProperty<Assumptions> backtest() {
        return backtest.getReadOnlyProperty();
    }

    /// Any thread.
    BackupPlan backupPlan() {
        return ConfiguredBackups.plan(configuration);
    }

    /// Any thread: whether backups are made without the user.
    boolean backsUpByItself() {
        return configuration.get(ConfigKeys.BACKUP_AUTOMATIC);
    }
}

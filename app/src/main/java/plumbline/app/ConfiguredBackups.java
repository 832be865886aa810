package plumbline.app;

import java.time.Duration;
import plumbline.engine.config.ConfigKeys;
import plumbline.engine.config.Configuration;
import plumbline.engine.upkeep.BackupPlan;

/// How often backups are made and how many are kept, in the window and on the command line alike.
public final class ConfiguredBackups {
    private ConfiguredBackups() {}

    public static BackupPlan plan(Configuration configuration) {
        return new BackupPlan(
                configuration.get(ConfigKeys.BACKUP_DAYS),
                configuration.get(ConfigKeys.BACKUP_WEEKS),
                configuration.get(ConfigKeys.BACKUP_MONTHS),
                Duration.ofHours(configuration.get(ConfigKeys.BACKUP_HOURS)));
    }
}

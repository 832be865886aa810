package plumbline.ui.data;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.engine.upkeep.Backup;
import plumbline.engine.upkeep.LastVerify;
import plumbline.engine.upkeep.StoreFacts;

/// What the cards beside the coverage show.
///
/// @param verify the last check, `null` if there was none
/// @param backups newest first; empty if others make them
record Upkeep(StoreFacts store, @Nullable LastVerify verify, Optional<List<Backup>> backups) {
    /// So far back the log is looked through for the last check.
    private static final int LOOKED_AT = 500;

    /// Background.
    static Upkeep read(DataServices services) throws Exception {
        return new Upkeep(
                services.facts().call(),
                LastVerify.newest(services.audit().newest(LOOKED_AT)).orElse(null),
                services.backups().map(duty -> duty.list()));
    }
}

package plumbline.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import plumbline.engine.upkeep.AuditLog;

/// What a restore did.
///
/// @param movedTo where the database that was there is now, if there was one; nothing of it was
///   changed
/// @param withJournal the journal did not open, so that of the backup took its place too; it lies
///   beside the database that was there
/// @param passedOver newer backups that could not be used, and why
/// @param since what was done after the backup was made, as the audit log has it, oldest first
public record Restored(
        Path backup,
        Optional<Path> movedTo,
        boolean withJournal,
        List<String> passedOver,
        List<AuditLog.Entry> since) {
    /// All of it in words.
    public String text() {
        StringBuilder text = new StringBuilder(backup.toString()).append(" is restored.");
        movedTo.ifPresent(
                path -> text.append("\nThe database that was there is now ").append(path));
        passedOver.forEach(why -> text.append("\nA newer backup could not be used: ").append(why));
        if (withJournal) {
            text.append(
                    "\nThe journal did not open, so the one of the backup is restored too; what was"
                            + " done since is not known.");
        } else if (since.isEmpty()) {
            text.append("\nNothing was stored since that backup.");
        } else {
            text.append("\nDone since that backup, and to be done again if it is wanted:");
            since.forEach(entry -> text.append("\n  ").append(entry.text()));
        }
        return text.toString();
    }
}

package plumbline.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What was done because a database did not open.
///
/// @param why it did not open
/// @param movedTo where the damaged file is now; nothing of it was changed
/// @param backup the copy that took its place
/// @param since what was stored after that copy was made and is to be had again, for people
public record Recovery(String why, Path movedTo, Path backup, List<String> since) {
    /// All of it in words.
    public String text() {
        StringBuilder text =
                new StringBuilder(why)
                        // the home itself if there was no file to move
                        .append(
                                Files.isRegularFile(movedTo)
                                        ? "\nIt was moved to " + movedTo + " and the backup "
                                        : "\nThe backup ")
                        .append(backup)
                        .append(" was restored.");
        if (since.isEmpty()) {
            text.append(" Nothing was stored after that backup.");
        } else {
            text.append(" Stored after that backup, to be had again:");
            since.forEach(one -> text.append("\n  ").append(one));
        }
        return text.toString();
    }
}

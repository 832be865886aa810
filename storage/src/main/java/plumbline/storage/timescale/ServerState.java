package plumbline.storage.timescale;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a server can do for the store.
///
/// @param serverVersion of PostgreSQL, for example `18.6`
/// @param timescaleVersion of the extension, `null` if the database does without it
/// @param licence of the extension: `timescale`, or `apache` if it is without its community part
/// @param capabilities that the tables have
/// @param lacking what is missing, why, what that means, and who can change it; for people
public record ServerState(
        String serverVersion,
        @Nullable String timescaleVersion,
        @Nullable String licence,
        Set<Capability> capabilities,
        List<String> lacking) {
    public ServerState {
        capabilities = Set.copyOf(capabilities);
        lacking = List.copyOf(lacking);
    }
}

package plumbline.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// The clock that is handed to everything that needs one.
public final class Clocks {
    private Clocks() {}

    /// What time it is, whatever documents are dated: by this it is judged what cannot have
    /// happened yet.
    public static Instant now() {
        return InstantSource.system().instant();
    }

    /// The system's clock, or the fixed time of `SOURCE_DATE_EPOCH` (seconds), which makes every
    /// byte of a report reproducible.
    public static InstantSource of(Map<String, String> environment) {
        String epoch = environment.getOrDefault("SOURCE_DATE_EPOCH", "");
        return epoch.matches("\\d{1,11}")
                ? InstantSource.fixed(Instant.ofEpochSecond(Long.parseLong(epoch)))
                : InstantSource.system();
    }
}

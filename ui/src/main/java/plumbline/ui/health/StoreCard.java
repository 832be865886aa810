package plumbline.ui.health;

import java.util.ArrayList;
import java.util.List;
import plumbline.engine.text.Numbers;
import plumbline.engine.upkeep.StoreFacts;
import plumbline.ui.error.Redaction;
import plumbline.ui.text.Texts;

/// The card of the store.
///
/// Threads: any thread.
final class StoreCard {
    private static final double MB = 1e6;

    /// Less room than this on the disk is a matter of days.
    private static final long TIGHT_BYTES = 2_000_000_000L;

    private StoreCard() {}

    static List<HealthFact> facts(StoreFacts store) {
        List<HealthFact> facts = new ArrayList<>();
        facts.add(HealthFact.of(Texts.of("health.store.kind"), store.kind()));
        facts.add(HealthFact.of(Texts.of("health.store.place"), Redaction.of(store.place())));
        facts.add(HealthFact.of(Texts.of("health.store.size"), megabytes(store.bytes())));
        if (store.freeBytes() >= 0) {
            String name = Texts.of("health.store.free");
            String free = megabytes(store.freeBytes());
            facts.add(
                    store.freeBytes() < TIGHT_BYTES
                            ? HealthFact.warn(name, free)
                            : HealthFact.ok(name, free));
        }
        int warnings = store.warnings().size() + store.lacking().size();
        String name = Texts.of("health.store.warnings");
        facts.add(
                warnings == 0
                        ? HealthFact.ok(name, "0")
                        : HealthFact.warn(name, String.valueOf(warnings)));
        return facts;
    }

    private static String megabytes(long bytes) {
        return Numbers.fixed(bytes / MB, bytes < 10 * MB ? 1 : 0) + " MB";
    }
}

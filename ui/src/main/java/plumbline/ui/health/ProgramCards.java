package plumbline.ui.health;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.util.List;
import plumbline.engine.text.Numbers;
import plumbline.ui.text.Texts;

/// The cards of what the Java machine knows of itself.
///
/// Threads: any thread.
final class ProgramCards {
    private static final double MB = 1 << 20;
    private static final double TIGHT = 0.85;
    private static final double FULL = 0.95;

    private ProgramCards() {}

    static List<HealthCard> read() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] locked = threads.findDeadlockedThreads();
        String deadlocks = Texts.of("health.deadlocks");
        return List.of(
                memory(heap.getUsed(), heap.getMax()),
                new HealthCard(
                        Texts.of("health.program"),
                        List.of(
                                HealthFact.of(
                                        Texts.of("health.uptime"),
                                        uptime(ManagementFactory.getRuntimeMXBean().getUptime())),
                                HealthFact.of(
                                        Texts.of("health.threads"),
                                        String.valueOf(threads.getThreadCount())),
                                locked == null
                                        ? HealthFact.ok(deadlocks, "0")
                                        : HealthFact.bad(deadlocks, String.valueOf(locked.length)),
                                HealthFact.of(
                                        Texts.of("health.java"), Runtime.version().toString()))));
    }

    /// @param max -1 if there is no limit
    static HealthCard memory(long used, long max) {
        double share = max <= 0 ? -1 : (double) used / max;
        String name = Texts.of("health.heap");
        String text = Numbers.fixed(used / MB, 0) + " MB";
        HealthFact heap =
                share >= FULL
                        ? HealthFact.bad(name, text)
                        : share >= TIGHT ? HealthFact.warn(name, text) : HealthFact.ok(name, text);
        String most = max <= 0 ? Numbers.NONE : Numbers.fixed(max / MB, 0) + " MB";
        return new HealthCard(
                Texts.of("health.memory"),
                List.of(
                        heap,
                        HealthFact.of(Texts.of("health.heap.max"), most),
                        HealthFact.of(
                                Texts.of("health.collections"),
                                Numbers.fixed(collectionMs() / 1000.0, 1) + " s")),
                share);
    }

    private static long collectionMs() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .filter(ms -> ms > 0)
                .sum();
    }

    private static String uptime(long millis) {
        return millis < 60_000 ? Texts.of("health.uptime.new") : Numbers.duration(millis);
    }
}

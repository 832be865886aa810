package plumbline.simulator.admin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every request that a venue was sent, in the order in which they were answered; the newest
/// [#KEPT] are kept.
///
/// Threads: any thread.
public final class Journal {
    static final int KEPT = 100_000;

    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private long number;

    /// An empty journal.
    public Journal() {}

    /// One request.
    ///
    /// @param timeMs of the venue
    /// @param target path and query, as they were sent; empty for a connection that was reset at
    ///   once
    /// @param weight what it cost
    /// @param usedWeight what was used in the window, this one included
    /// @param status of the answer; 0 if there was none
    /// @param fault the rule that it met, or empty
    public record Entry(
            long number,
            long timeMs,
            String method,
            String target,
            int weight,
            int usedWeight,
            int status,
            String fault) {

        Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("number", number);
            document.put("timeMs", timeMs);
            document.put("method", method);
            document.put("target", target);
            document.put("weight", weight);
            document.put("usedWeight", usedWeight);
            document.put("status", status);
            document.put("fault", fault);
            return document;
        }
    }

    /// Adds a request and gives it the next number.
    public synchronized void add(Entry entry) {
        number++;
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.addLast(
                new Entry(
                        number,
                        entry.timeMs,
                        entry.method,
                        entry.target,
                        entry.weight,
                        entry.usedWeight,
                        entry.status,
                        entry.fault));
    }

    /// The kept ones, oldest first.
    public synchronized List<Entry> entries() {
        return new ArrayList<>(entries);
    }

    /// How many there were since the last reset.
    public synchronized long size() {
        return number;
    }

    /// Forgets all.
    public synchronized void clear() {
        entries.clear();
        number = 0;
    }
}

package plumbline.engine.exchange.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// The last events of one venue or of several, for a page that shows them.
///
/// Thread-safe. The listener is told on the thread of the call, with no lock held; it must be
/// quick, and what it throws reaches whoever called the venue.
public final class VenueEvents {
    private static final int KEPT = 100;

    private final Deque<VenueEvent> last = new ArrayDeque<>();
    private final Consumer<? super VenueEvent> listener;

    /// @param listener is told of each
    public VenueEvents(Consumer<? super VenueEvent> listener) {
        this.listener = listener;
    }

    void add(VenueEvent event) {
        synchronized (last) {
            last.addLast(event);
            if (last.size() > KEPT) {
                last.removeFirst();
            }
        }
        listener.accept(event);
    }

    /// The last 100, oldest first.
    public List<VenueEvent> recent() {
        synchronized (last) {
            return List.copyOf(last);
        }
    }
}

package plumbline.simulator.venue;

import plumbline.simulator.http.HttpRequest;
import plumbline.simulator.http.HttpResponse;

/// One exchange that is played: what it answers when nothing is broken on purpose.
///
/// Threads: any thread.
public interface Venue {

    /// The beginning of its paths, for example `/binance`.
    String prefix();

    /// Executes a request.
    Reply answer(HttpRequest request);

    /// What the venue itself says with a status when it fails or is asked too much.
    HttpResponse error(int status);

    /// Makes its limits smaller from now on.
    ///
    /// @param part of the usual ones, above 0 to 1
    void limit(double part);

    /// Forgets who asked how much.
    void reset();

    /// What was used of its limits in the current window.
    int usedWeight();

    /// @param weight what the request cost
    /// @param usedWeight what was used in the window, this one included
    record Reply(HttpResponse response, int weight, int usedWeight) {}
}

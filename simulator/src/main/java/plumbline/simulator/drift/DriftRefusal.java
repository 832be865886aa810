package plumbline.simulator.drift;

import plumbline.simulator.http.HttpResponse;

/// A request that is refused.
final class DriftRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    private DriftRefusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static DriftRefusal notFound() {
        return new DriftRefusal(404, "Not found");
    }

    static DriftRefusal invalid(String name) {
        return new DriftRefusal(400, "Invalid " + name);
    }

    HttpResponse response() {
        return response(status, String.valueOf(getMessage()));
    }

    /// @param message no character of it needs to be escaped
    static HttpResponse response(int status, String message) {
        return HttpResponse.json(status, "{\"success\":false,\"message\":\"" + message + "\"}");
    }
}

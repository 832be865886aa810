package plumbline.simulator.http;

import java.io.IOException;

/// What was read is no request that this server understands; the connection ends with it.
final class BadRequestException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    BadRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}

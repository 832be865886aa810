package plumbline.storage;

import plumbline.engine.market.StorageException;

/// The folder or the server that somebody named cannot be used. Who asked knows how it was named,
/// and adds that.
public final class WrongPlaceException extends StorageException {
    private static final long serialVersionUID = 1L;

    private final boolean server;

    /// Of a folder.
    WrongPlaceException(String message) {
        super(message);
        this.server = false;
    }

    /// @param server whether it is a server, else a folder
    public WrongPlaceException(String message, Throwable cause, boolean server) {
        super(message, cause);
        this.server = server;
    }

    /// Whether it is a server, else a folder.
    public boolean isServer() {
        return server;
    }
}

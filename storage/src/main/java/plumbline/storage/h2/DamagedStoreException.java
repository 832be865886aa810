package plumbline.storage.h2;

import plumbline.engine.market.StorageException;

/// A database file is not what it should be: it was cut off, overwritten, or is no database.
public final class DamagedStoreException extends StorageException {
    /// The end of every such message.
    static final String WHAT_TO_DO =
            "; put a whole copy in its place ('plumbline data restore newest' takes the newest"
                    + " backup), or move it away and import again; nothing was changed";

    private static final long serialVersionUID = 1L;

    DamagedStoreException(String message) {
        super(message);
    }

    DamagedStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}

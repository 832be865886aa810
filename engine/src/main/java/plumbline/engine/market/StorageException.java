package plumbline.engine.market;

/// The store could not do what was asked; nothing was half written. The message says what, why and
/// what to do next.
public class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}

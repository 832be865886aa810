package plumbline.storage.h2;

import plumbline.engine.market.StorageException;

/// A database has other passwords than those of its home, or the home has lost them.
public final class WrongKeyException extends StorageException {
    private static final long serialVersionUID = 1L;

    private WrongKeyException(String message) {
        super(message);
    }

    private WrongKeyException(String message, Throwable cause) {
        super(message, cause);
    }

    static WrongKeyException other(H2File file, Throwable cause) {
        return new WrongKeyException(
                file.path()
                        + " does not open with the password in "
                        + file.home().resolve(DatabaseKey.FILE)
                        + ": one of them comes from another home; bring both from there, or restore"
                        + " a backup, which has none ('plumbline data restore newest'); nothing was"
                        + " changed",
                cause);
    }

    static WrongKeyException lost(H2File file) {
        return new WrongKeyException(
                file.home().resolve(DatabaseKey.FILE)
                        + ", without which "
                        + file.path()
                        + " does not open, is gone: put it back, or restore a backup, which needs"
                        + " none ('plumbline data restore newest'); nothing was changed");
    }
}

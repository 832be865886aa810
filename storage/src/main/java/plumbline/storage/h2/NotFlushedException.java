package plumbline.storage.h2;

import java.sql.SQLException;

/// A transaction ended well, but whether it has reached the file is not known.
final class NotFlushedException extends SQLException {
    private static final long serialVersionUID = 1L;

    NotFlushedException(SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    }
}

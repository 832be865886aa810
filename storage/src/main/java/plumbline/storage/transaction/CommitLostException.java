package plumbline.storage.transaction;

import java.sql.SQLException;

/// A transaction did all its work, but whether it was committed is not known.
public final class CommitLostException extends SQLException {
    private static final long serialVersionUID = 1L;

    CommitLostException(SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    }
}

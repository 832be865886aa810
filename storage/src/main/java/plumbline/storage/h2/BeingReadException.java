package plumbline.storage.h2;

import java.sql.SQLException;

/// Somebody looks at a database and wants it to stay as it is for that long.
final class BeingReadException extends SQLException {
    private static final long serialVersionUID = 1;

    BeingReadException(H2File file) {
        super(
                file.path()
                        + " is being read by another program, which is not done after half a minute;"
                        + " wait for it, or end it, and try again");
    }
}

package plumbline.engine.feed.parquet;

import java.io.IOException;

/// A file that is no Parquet file, is damaged, or uses what cannot be read; the message says which.
public final class ParquetException extends IOException {
    private static final long serialVersionUID = 1L;

    public ParquetException(String message) {
        super(message);
    }

    public ParquetException(String message, Throwable cause) {
        super(message, cause);
    }
}

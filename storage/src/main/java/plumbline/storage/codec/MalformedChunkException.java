package plumbline.storage.codec;

/// Bytes that are no chunk of the format they were read as: cut off, changed, or of another number
/// of rows. What was already decoded into the caller's arrays is to be thrown away.
public final class MalformedChunkException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedChunkException(String message) {
        super(message);
    }

    public MalformedChunkException(String message, Throwable cause) {
        super(message, cause);
    }
}

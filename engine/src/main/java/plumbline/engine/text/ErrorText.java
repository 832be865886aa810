package plumbline.engine.text;

/// What an exception says to people.
public final class ErrorText {
    private ErrorText() {}

    /// Its message, or its kind if it has none.
    public static String of(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}

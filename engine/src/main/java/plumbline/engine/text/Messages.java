package plumbline.engine.text;

/// What an exception says to people.
public final class Messages {
    private Messages() {}

    /// Its message, or its kind if it has none.
    public static String of(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}

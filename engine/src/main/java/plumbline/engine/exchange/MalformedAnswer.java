package plumbline.engine.exchange;

/// An answer of a venue that is not what it should be.
public final class MalformedAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param what is wrong, and where in the answer
    public MalformedAnswer(String what) {
        super(what);
    }
}

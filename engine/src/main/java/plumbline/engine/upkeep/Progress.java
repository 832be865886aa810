package plumbline.engine.upkeep;

/// Told how far a long work is. Called from the thread that does the work, often.
@FunctionalInterface
public interface Progress {
    /// @param doing the present step, for people
    /// @param done how much is done
    /// @param all how much there is, 0 if that is not known
    void at(String doing, long done, long all);
}

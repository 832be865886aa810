package plumbline.simulator.pack;

import java.util.List;

/// A pack that cannot be played, with all that is wrong with it.
public final class PackException extends Exception {
    private static final long serialVersionUID = 1;

    private final List<String> faults;

    PackException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    /// What is wrong, each with its file, why, and what can be done.
    public List<String> faults() {
        return faults;
    }
}

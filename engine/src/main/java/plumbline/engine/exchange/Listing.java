package plumbline.engine.exchange;

import java.util.List;
import plumbline.engine.instrument.Instrument;

/// The markets of a venue, as it describes them.
///
/// @param instruments those that can be used, in the venue's order
/// @param passedOver what cannot be used, each with its reason, for people
public record Listing(List<Instrument> instruments, List<String> passedOver) {
    public Listing {
        instruments = List.copyOf(instruments);
        passedOver = List.copyOf(passedOver);
    }
}

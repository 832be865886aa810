package plumbline.engine.feed.layout;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import plumbline.engine.feed.csv.TimeForm;

/// What a user says of files that they do not say themselves, or say wrongly; each overrules what
/// would be found.
///
/// @param columns what each column is, in order: `time`, `clock`, `open`, `high`, `low`, `close`,
///   `volume`, `symbol`, anything else for what is not wanted
/// @param times how times are written
/// @param decimal what stands before decimals: `.` or `,`
/// @param zone of times that name none
/// @param closes whether times are those of closes, not of opens
/// @param symbol whose rows are wanted
/// @param member which file of an archive is wanted
public record LayoutOptions(
        Optional<List<String>> columns,
        Optional<TimeForm> times,
        Optional<Character> decimal,
        Optional<ZoneId> zone,
        Optional<Boolean> closes,
        Optional<String> symbol,
        Optional<String> member) {
    /// All is found.
    public static final LayoutOptions NONE =
            new LayoutOptions(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// Nothing said but the zone of times that name none.
    public static LayoutOptions in(ZoneId zone) {
        return new LayoutOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(zone),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The same, where the rows of the symbol are already chosen.
    public LayoutOptions withoutSymbol() {
        return new LayoutOptions(columns, times, decimal, zone, closes, Optional.empty(), member);
    }
}

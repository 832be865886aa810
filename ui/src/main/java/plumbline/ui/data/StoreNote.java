package plumbline.ui.data;

/// What the user is to know of the store because it happened while the home folder was opened.
///
/// @param text all of it, for people; empty if there is nothing
public record StoreNote(Kind kind, String text) {
    public static final StoreNote NONE = new StoreNote(Kind.RECOVERED, "");

    /// What happened.
    public enum Kind {
        /// The database did not open, and a backup took its place.
        RECOVERED,
        /// A backup took its place, as the user wanted.
        RESTORED,
        /// A backup was to take its place and could not; the database is as it was.
        NOT_RESTORED
    }
}

package plumbline.engine.exchange.http;

import java.util.Optional;

/// Finds a venue's own code and words in an answer that says no, such as
/// `{"code":-1121,"msg":"Invalid symbol."}`.
@FunctionalInterface
public interface RefusalReader {
    /// What a venue says of a request that it does not take.
    ///
    /// @param code its own, as it writes it
    record Reason(String code, String words) {}

    /// A no in an answer whose status is a yes.
    record Disguised(Kind kind, Reason reason) {
        /// What it would have been by its status.
        public enum Kind {
            /// The request is wrong.
            REFUSED,
            /// Too many requests, 429.
            TOO_MANY,
            /// This address is shut out for some time, 418.
            SHUT_OUT,
            /// The venue does not work, 503.
            NOT_WORKING
        }
    }

    /// Empty if the answer is something else, such as a page of a firewall; then its first line is
    /// shown.
    Optional<Reason> read(String body);

    /// Finds a no in an answer of status 2xx, for venues that have no other status. Empty if it is
    /// a result, or cannot be read: then whoever asked for it finds out.
    ///
    /// @param body as the venue wrote it, unpacked
    default Optional<Disguised> disguised(byte[] body) {
        return Optional.empty();
    }
}

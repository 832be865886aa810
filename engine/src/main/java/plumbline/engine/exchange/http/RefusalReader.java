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

    /// Empty if the answer is something else, such as a page of a firewall; then its first line is
    /// shown.
    Optional<Reason> read(String body);
}

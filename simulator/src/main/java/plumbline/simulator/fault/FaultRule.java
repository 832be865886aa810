package plumbline.simulator.fault;

import java.util.Optional;
import java.util.regex.Pattern;
import plumbline.simulator.http.HttpRequest;

/// Which requests go wrong, when, and how.
///
/// @param id its name in the journal
public record FaultRule(String id, Match match, When when, FaultAction action) {

    /// Whether it is about connections, before there is a request.
    boolean isOfConnections() {
        return action instanceof FaultAction.Reset reset
                && reset.stage() == FaultAction.Stage.CONNECT;
    }

    /// What a request must be; what is empty matches all.
    ///
    /// @param path found anywhere in the path
    /// @param symbol the parameter `symbol`, `pair` or `marketName`, or what follows `/products/`
    ///   or `/market/` in the path
    public record Match(Optional<String> method, Optional<Pattern> path, Optional<String> symbol) {

        boolean matches(HttpRequest request) {
            return method.map(m -> m.equalsIgnoreCase(request.method())).orElse(true)
                    && path.map(p -> p.matcher(request.path()).find()).orElse(true)
                    && symbol.map(s -> isOf(s, request)).orElse(true);
        }

        private static boolean isOf(String symbol, HttpRequest request) {
            return symbol.equals(request.parameters().get("symbol"))
                    || symbol.equals(request.parameters().get("pair"))
                    || symbol.equals(request.parameters().get("marketName"))
                    || (request.path() + "/").contains("/products/" + symbol + "/")
                    || (request.path() + "/").contains("/market/" + symbol + "/");
        }
    }

    /// When a request that matches meets the rule; all conditions must hold.
    ///
    /// @param nth only the n-th that matches, from 1; 0 for any
    /// @param every each n-th that matches; 0 for any
    /// @param probability 0 to 1
    /// @param fromMs not before this time of the venue
    /// @param untilMs not at or after this time of the venue
    /// @param max how often at most
    public record When(
            long nth, long every, double probability, long fromMs, long untilMs, long max) {

        /// Always.
        public static final When ALWAYS =
                new When(0, 0, 1, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    }
}

package plumbline.engine.exchange.http;

import java.time.Duration;
import java.util.Optional;

/// What is to be known of a venue to call it: data, no code of its own.
///
/// @param venue its name, as in a market's
/// @param baseUrl where its paths begin, such as `https://api.binance.com`
/// @param limit of requests
/// @param refusals finds its words in an answer that says no
/// @param time how to ask it what time it is; empty if it does not tell
public record VenueProfile(
        String venue,
        String baseUrl,
        Limit limit,
        RefusalReader refusals,
        Optional<TimeQuestion> time,
        CallRules rules) {

    /// How much may be asked.
    ///
    /// @param weight of all requests in a window
    /// @param window its length; windows begin with those of the venue's clock
    /// @param usedHeader of answers, in which the venue says what it has counted
    public record Limit(int weight, Duration window, Optional<String> usedHeader) {}

    /// How to ask a venue what time it is.
    ///
    /// @param reader of the answer: milliseconds since 1970 UTC
    public record TimeQuestion(VenueRequest request, AnswerReader<Long> reader) {}
}

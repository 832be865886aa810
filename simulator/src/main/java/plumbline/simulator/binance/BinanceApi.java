package plumbline.simulator.binance;

import java.util.OptionalInt;

/// The endpoints of one segment of Binance: what each costs and answers.
///
/// Threads: any thread.
interface BinanceApi {

    /// The beginning of its paths, for example `/binance`.
    String prefix();

    /// What comes between the prefix and the name of an endpoint, for example `/api/v3/`.
    String version();

    /// Weight that may be used in a minute.
    int weightLimit();

    /// What a request costs, whether or not it can be answered.
    ///
    /// @return empty if there is no such endpoint
    OptionalInt weight(String endpoint, Parameters parameters);

    /// Answers.
    ///
    /// @param endpoint one that has a weight
    /// @throws Refusal if the venue says no
    byte[] body(String endpoint, Parameters parameters, long nowMs);
}

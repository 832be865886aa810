package plumbline.simulator.fault;

/// What is done to a request that meets a rule. Delays are real time: they are for the client,
/// whose clock does not follow the venue's.
public sealed interface FaultAction {

    /// Answers with this status instead of executing: `403` with a firewall's page, `429` and `418`
    /// with the venue's error, others with what a proxy says.
    ///
    /// @param retryAfterSeconds for the header `Retry-After`; negative for none
    record Status(int status, int retryAfterSeconds) implements FaultAction {}

    /// Executes and answers, but later.
    record Latency(int ms) implements FaultAction {}

    /// Executes and says nothing until the client gives up.
    record NeverAnswer() implements FaultAction {}

    /// Sends the body at this rate.
    record SlowBody(int bytesPerSecond) implements FaultAction {}

    /// Ends the connection when this part of the body was sent.
    ///
    /// @param part 0 (headers alone) to 1
    record TruncatedBody(double part) implements FaultAction {}

    /// Says a length that is not the body's, and ends the connection behind the body.
    ///
    /// @param bytes how much it says too much; negative for too little
    record WrongLength(int bytes) implements FaultAction {}

    /// Says that the body is gzip, and sends something else.
    record GzipGarbage() implements FaultAction {}

    /// Ends the connection with a TCP reset.
    record Reset(Stage stage) implements FaultAction {}

    /// Changes the body.
    record Damage(Kind kind) implements FaultAction {}

    /// When a connection is reset.
    enum Stage {
        /// As soon as it was made, before anything is read. What the request would be is not known
        /// then, so the rule matches every connection.
        CONNECT,
        /// When the request was read, before it is executed.
        REQUEST,
        /// When it was executed: the answer is lost.
        REPLY
    }

    /// How a body is changed.
    enum Kind {
        /// Breaks off within the JSON; the length fits.
        MALFORMED_JSON,
        /// Adds a field that nobody knows to each object, an element to each row.
        EXTRA_FIELDS,
        /// Puts each number in quotes.
        NUMBERS_AS_STRINGS,
        /// Nothing but `[]`.
        EMPTY_ARRAY,
        /// Sends each third row twice.
        ROWS_DUPLICATED,
        /// Swaps rows.
        ROWS_UNSORTED,
        /// Leaves out each fourth row, but for the first and the last.
        ROWS_MISSING
    }
}

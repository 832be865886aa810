package plumbline.simulator.kraken;

/// The venue says no, in its words: the status of the answer is 200 all the same.
final class KrakenRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private KrakenRefusal(String message) {
        super(message, null, false, false); // expected: nobody looks at where it came from
    }

    static KrakenRefusal arguments() {
        return new KrakenRefusal("EGeneral:Invalid arguments");
    }

    static KrakenRefusal pair() {
        return new KrakenRefusal("EQuery:Unknown asset pair");
    }

    static KrakenRefusal asset() {
        return new KrakenRefusal("EQuery:Unknown asset");
    }

    static KrakenRefusal method() {
        return new KrakenRefusal("EGeneral:Unknown method");
    }

    static KrakenRefusal rate() {
        return new KrakenRefusal("EAPI:Rate limit exceeded");
    }

    /// The answer.
    String json() {
        return "{\"error\":[\"" + getMessage() + "\"]}";
    }
}

package plumbline.engine.exchange.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A call to a venue did not bring what was asked for. The kind says what may be done next, so that
/// callers decide with a `switch`. Messages are for people: what was asked, why it failed, what to
/// do. They hold neither the query of a request nor more than one line of an answer.
public abstract sealed class ExchangeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ExchangeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// Whether it is known that the venue has done nothing.
    public abstract boolean nothingExecuted();

    /// Whether the same request may succeed if it is sent again soon.
    abstract boolean passes();

    /// Too many requests were sent. Nothing is sent to the venue before `until`.
    public static final class RateLimited extends ExchangeException {
        private static final long serialVersionUID = 1;
        private final Instant until;
        private final boolean ban;
        private final boolean asked;

        /// @param what was asked for
        /// @param ban whether the venue has shut this address out
        /// @param asked whether the venue said so now; otherwise the request was not sent at all
        public RateLimited(String what, Instant until, boolean ban, boolean asked) {
            super(
                    what
                            + (asked ? " was refused: " : " was not sent: ")
                            + (ban
                                    ? "the venue has shut this address out for too many requests"
                                    : "the venue's limit of requests is used up")
                            + " until "
                            + until
                            + ". Wait until then; other programs at this address count, too.",
                    null);
            this.until = until;
            this.ban = ban;
            this.asked = asked;
        }

        /// By the clock of this machine.
        public Instant until() {
            return until;
        }

        public boolean ban() {
            return ban;
        }

        @Override
        public boolean nothingExecuted() {
            return true;
        }

        @Override
        boolean passes() {
            return asked; // the next try waits for its end, if it may wait so long
        }
    }

    /// No answer, or one that says that the venue does not work.
    public static final class Unavailable extends ExchangeException {
        private static final long serialVersionUID = 1;
        private final boolean nothingExecuted;
        private final boolean passes;

        /// @param why without a full stop
        /// @param nothingExecuted whether the request is known not to have been sent
        /// @param passes whether to try again soon
        public Unavailable(
                String what,
                String why,
                boolean nothingExecuted,
                boolean passes,
                @Nullable Throwable cause) {
            super(
                    what
                            + " failed: "
                            + why
                            + (nothingExecuted
                                    ? ". Nothing was sent; try again later."
                                    : ". Data may be asked for again; of an order, ask what became"
                                            + " of it first."),
                    cause);
            this.nothingExecuted = nothingExecuted;
            this.passes = passes;
        }

        @Override
        public boolean nothingExecuted() {
            return nothingExecuted;
        }

        @Override
        boolean passes() {
            return passes;
        }
    }

    /// The venue does not take this request. The same request will be refused again.
    public static final class Refused extends ExchangeException {
        private static final long serialVersionUID = 1;
        private final int status;
        private final String code;
        private final String words;

        /// @param status of HTTP
        /// @param code the venue's own; empty if it gave none
        /// @param words the venue's, one line
        public Refused(String what, int status, String code, String words) {
            super(
                    what
                            + " was refused with status "
                            + status
                            + (code.isEmpty() ? "" : ", code " + code)
                            + (words.isEmpty() ? "" : ": " + words)
                            + ". The same request will be refused again: change what is asked for.",
                    null);
            this.status = status;
            this.code = code;
            this.words = words;
        }

        public int status() {
            return status;
        }

        public String code() {
            return code;
        }

        public String words() {
            return words;
        }

        @Override
        public boolean nothingExecuted() {
            return true;
        }

        @Override
        boolean passes() {
            return false;
        }
    }

    /// An answer came that is not what it should be.
    public static final class Malformed extends ExchangeException {
        private static final long serialVersionUID = 1;
        private final String endpoint;
        private final long position;
        private final boolean passes;

        /// @param endpoint its path
        /// @param position in the answer, in bytes; -1 if it is not known
        /// @param passes whether to try again soon
        public Malformed(
                String what,
                String endpoint,
                long position,
                String why,
                boolean passes,
                @Nullable Throwable cause) {
            super(
                    what
                            + " was answered with something else than expected"
                            + (position < 0 ? "" : ", at byte " + position)
                            + ": "
                            + why
                            + ". Try again; if it stays so, the venue has changed its answers and"
                            + " Plumbline has to be brought up to date.",
                    cause);
            this.endpoint = endpoint;
            this.position = position;
            this.passes = passes;
        }

        public String endpoint() {
            return endpoint;
        }

        public long position() {
            return position;
        }

        @Override
        public boolean nothingExecuted() {
            return false;
        }

        @Override
        boolean passes() {
            return passes;
        }
    }
}

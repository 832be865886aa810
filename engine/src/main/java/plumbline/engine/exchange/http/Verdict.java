package plumbline.engine.exchange.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import plumbline.engine.exchange.http.ExchangeException.RateLimited;
import plumbline.engine.exchange.http.ExchangeException.Refused;
import plumbline.engine.exchange.http.ExchangeException.Unavailable;
import plumbline.engine.exchange.http.PendingAnswer.Answer;
import plumbline.engine.exchange.http.RefusalReader.Disguised;
import plumbline.engine.exchange.http.RefusalReader.Reason;
import plumbline.engine.exchange.resilience.RequestGate;
import plumbline.engine.exchange.resilience.VenueClock;

/// Tells from the status of an answer what it is, or from what it says where a venue has one status
/// for all, and closes the gate if the venue refuses.
///
/// Thread-safe.
final class Verdict {
    private static final int TOO_MANY = 429;
    private static final int BANNED = 418;
    private static final int BROKEN = 500;
    private static final Set<Integer> LIMITS = Set.of(TOO_MANY, BANNED);

    /// The shortest ban that is known of, for one whose end is not said.
    private static final long BAN_MS = Duration.ofMinutes(2).toMillis();

    /// What is said of venues that shut out without a status for it: 15 minutes, after which each
    /// request may begin it anew.
    private static final long SHUT_OUT_MS = Duration.ofMinutes(15).toMillis();

    private static final int LONGEST_WORDS = 200;
    private static final int LOOKED_AT = 8 << 10;
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}+");

    private final VenueProfile profile;
    private final RequestGate gate;
    private final VenueClock clock;
    private final BiConsumer<VenueEvent.Kind, String> events;

    Verdict(
            VenueProfile profile,
            RequestGate gate,
            VenueClock clock,
            BiConsumer<VenueEvent.Kind, String> events) {
        this.profile = profile;
        this.gate = gate;
        this.clock = clock;
        this.events = events;
    }

    /// @throws ExchangeException if it is none
    void requireResult(String what, Answer answer) {
        int status = answer.status();
        if (LIMITS.contains(status)) {
            throw limited(what, answer);
        }
        if (status >= BROKEN) {
            throw new Unavailable(what, "the venue answered " + status, false, true, null);
        }
        if (status < 200 || status >= 300) {
            throw refused(what, answer);
        }
        Optional<Disguised> no = profile.refusals().disguised(answer.body());
        if (no.isPresent()) {
            throw disguised(what, answer.status(), no.get());
        }
    }

    private RateLimited limited(String what, Answer answer) {
        boolean ban = answer.status() == BANNED;
        long ms =
                RetryAfter.ms(
                        answer.headers().get("Retry-After"),
                        answer.headers().get("Date"),
                        clock.millis(),
                        ban ? BAN_MS : 0);
        return limited(what, ms, ban, Integer.toString(answer.status()));
    }

    private ExchangeException disguised(String what, int status, Disguised no) {
        String code = oneLine(no.reason().code());
        String words = oneLine(no.reason().words());
        String said = words.isEmpty() ? code : words;
        return switch (no.kind()) {
            case REFUSED -> new Refused(what, status, code, words);
            // it does not say how long; a whole window from now on is enough
            case TOO_MANY -> limited(what, profile.limit().window().toMillis(), false, said);
            case SHUT_OUT -> limited(what, SHUT_OUT_MS, true, said);
            case NOT_WORKING ->
                    new Unavailable(what, "the venue answered " + said, false, true, null);
        };
    }

    private RateLimited limited(String what, long ms, boolean ban, String said) {
        RequestGate.Refusal refusal = gate.refused(ms, ban);
        if (refusal.news()) {
            events.accept(
                    VenueEvent.Kind.LIMIT_CLOSED,
                    (ban ? "shut out until " : "no requests until ")
                            + refusal.until()
                            + ", the venue answered "
                            + said);
        }
        return new RateLimited(what, refusal.until(), ban, true);
    }

    private Refused refused(String what, Answer answer) {
        int length = Math.min(answer.body().length, LOOKED_AT);
        String body = new String(answer.body(), 0, length, StandardCharsets.UTF_8);
        Optional<Reason> reason = profile.refusals().read(body);
        return new Refused(
                what,
                answer.status(),
                reason.map(r -> oneLine(r.code())).orElse(""),
                oneLine(reason.map(Reason::words).orElse(body)));
    }

    /// The first line that says anything, and not too much of it.
    private static String oneLine(String text) {
        String line = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        String clean = UNPRINTABLE.matcher(line).replaceAll(" ").strip();
        return clean.length() <= LONGEST_WORDS ? clean : clean.substring(0, LONGEST_WORDS) + "…";
    }
}

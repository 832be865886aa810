package plumbline.engine.exchange.symbol;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a listed thing is a multiple of: venues list a thousand SHIB as `1000SHIB`, a million BONK
/// as `1MBONK`, so that the price has fewer zeros.
///
/// @param underlying the thing itself
/// @param count how many of it one is
public record Multiple(String underlying, BigDecimal count) {
    /// `1INCH` is a name of its own: a thousand, and more, or a letter for it.
    private static final Pattern FORM = Pattern.compile("(10{3,}|1K|1M)(\\p{L}.*)");

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /// By the name that the venue gives it.
    public static Multiple of(String base) {
        Matcher found = FORM.matcher(base);
        if (!found.matches()) {
            return new Multiple(base, BigDecimal.ONE);
        }
        BigDecimal count =
                switch (found.group(1)) {
                    case "1K" -> THOUSAND;
                    case "1M" -> MILLION;
                    default -> new BigDecimal(found.group(1));
                };
        return new Multiple(found.group(2), count);
    }
}

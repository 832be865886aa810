package plumbline.engine.market;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Our canonical name of a market: `venue:BASE/QUOTE` for spot, `venue:BASE/QUOTE:SETTLE` for a
/// perpetual, with `-YYMMDD` at the end for a dated future. Symbols are letters of any language
/// (capitals where a letter has them) and digits, with `.`, `_` and `-` between.
///
/// @param venue exchange segment in lower case, for example `binance-usdm`; a file import may use
///   any
/// @param base what is traded
/// @param quote what it is priced in
/// @param settle what profits are paid in, `null` for spot; with the expiry of a dated future
public record MarketId(String venue, String base, String quote, @Nullable String settle) {
    private static final String SYMBOL = "[\\p{Lu}\\p{Lo}\\p{N}][\\p{Lu}\\p{Lo}\\p{M}\\p{N}._";

    private static final Pattern FORM =
            Pattern.compile(
                    "([a-z0-9][a-z0-9_.-]*):("
                            + SYMBOL
                            + "-]*)/("
                            + SYMBOL
                            + "]*)(?::("
                            + SYMBOL
                            + "]*(?:-\\d{6})?))?");

    /// @throws IllegalArgumentException if the parts do not make an id of the form above
    public MarketId {
        String text = text(venue, base, quote, settle);
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(expected(text));
        }
    }

    /// Reads an id; small letters of symbols count as capitals, and capitals of the venue as small.
    ///
    /// @throws IllegalArgumentException if `text` is not of the form above; the message gives an
    ///   example
    public static MarketId parse(String text) {
        Matcher matcher = FORM.matcher(cased(text));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(expected(text));
        }
        return new MarketId(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4));
    }

    /// The name without the venue: `BTC/USDT` or `BTC/USDT:USDT`.
    public String pair() {
        return base + "/" + quote + (settle == null ? "" : ":" + settle);
    }

    /// The id as it is written everywhere.
    @Override
    public String toString() {
        return text(venue, base, quote, settle);
    }

    private static String text(String venue, String base, String quote, @Nullable String settle) {
        return venue + ":" + base + "/" + quote + (settle == null ? "" : ":" + settle);
    }

    private static String cased(String text) {
        int venue = text.indexOf(':') + 1;
        return text.substring(0, venue).toLowerCase(Locale.ROOT)
                + text.substring(venue).toUpperCase(Locale.ROOT);
    }

    private static String expected(String text) {
        String what = "'" + text + "' is not a market id; expected venue:BASE/QUOTE, for example ";
        if (text.indexOf(':') < 0 && FORM.matcher(cased("file:" + text)).matches()) {
            return what + cased("file:" + text) + " for candles of a file";
        }
        return what
                + "binance:BTC/USDT or file:GOOG/USD. The venue is of letters a-z and digits, base and"
                + " quote of letters and digits, with . _ - between";
    }
}

package plumbline.simulator.binance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The value of `symbols`: `["BTCUSDT","ETHUSDT"]`.
final class SymbolList {
    private static final String RANGE =
            "^\\[(\"[\\w\\-._&&[^a-z]]{1,50}\"(,\"[\\w\\-._&&[^a-z]]{1,50}\"){0,}){0,1}\\]$";
    private static final Pattern LIST = Pattern.compile(RANGE, Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");

    private SymbolList() {}

    static List<String> of(String value) {
        if (!LIST.matcher(value).matches()) {
            throw Refusal.illegal("symbols", RANGE);
        }
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(value);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}

package plumbline.engine.exchange.symbol;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import plumbline.engine.market.MarketId;
import plumbline.engine.text.ErrorText;

/// Names of markets as text, to be carried elsewhere: a header, then one a line, times in ISO-8601
/// and empty where there is no end.
///
/// ```
/// market,symbol,from,to
/// kraken:BTC/USD,XXBTZUSD,,
/// binance:POL/USDT,MATICUSDT,,2024-09-10T00:00:00Z
/// ```
public final class SymbolMapText {
    private static final String HEADER = "market,symbol,from,to";
    private static final int FIELDS = 4;

    private SymbolMapText() {}

    /// What a text says.
    ///
    /// @param faults of lines, with their numbers; the other lines are in `aliases`
    public record Content(List<SymbolAlias> aliases, List<String> faults) {}

    public static String write(List<SymbolAlias> aliases) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (SymbolAlias alias : aliases) {
            text.append(alias.market())
                    .append(',')
                    .append(alias.symbol())
                    .append(',')
                    .append(alias.from().equals(SymbolAlias.ALWAYS_FROM) ? "" : alias.from())
                    .append(',')
                    .append(alias.to().equals(SymbolAlias.ALWAYS_TO) ? "" : alias.to())
                    .append('\n');
        }
        return text.toString();
    }

    public static Content read(String text) {
        List<SymbolAlias> aliases = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            boolean isHeader = i == 0 && line.equals(HEADER);
            if (!isHeader && !line.isEmpty() && !line.startsWith("#")) {
                try {
                    aliases.add(alias(line));
                } catch (IllegalArgumentException | DateTimeException e) {
                    faults.add("line " + (i + 1) + ": " + ErrorText.of(e));
                }
            }
        }
        return new Content(List.copyOf(aliases), List.copyOf(faults));
    }

    private static SymbolAlias alias(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(
                    "expected " + HEADER + ", found " + fields.length + " fields");
        }
        return new SymbolAlias(
                MarketId.parse(fields[0].strip()),
                fields[1].strip(),
                time(fields[2], SymbolAlias.ALWAYS_FROM),
                time(fields[3], SymbolAlias.ALWAYS_TO));
    }

    private static Instant time(String field, Instant otherwise) {
        return field.isBlank() ? otherwise : Instant.parse(field.strip());
    }
}

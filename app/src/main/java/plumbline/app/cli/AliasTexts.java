package plumbline.app.cli;

import java.time.Instant;
import plumbline.engine.exchange.symbol.SymbolAlias;

/// When a name of a market holds, as commands print it; empty where it has no end.
final class AliasTexts {
    private AliasTexts() {}

    static String from(SymbolAlias alias) {
        return text(alias.from(), SymbolAlias.ALWAYS_FROM);
    }

    static String to(SymbolAlias alias) {
        return text(alias.to(), SymbolAlias.ALWAYS_TO);
    }

    private static String text(Instant time, Instant always) {
        return time.equals(always) ? "" : time.toString();
    }
}

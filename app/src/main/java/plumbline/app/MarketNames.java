package plumbline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import plumbline.engine.exchange.symbol.SymbolAlias;
import plumbline.engine.exchange.symbol.SymbolMap;
import plumbline.engine.exchange.symbol.SymbolMapText;
import plumbline.engine.io.AtomicFile;
import plumbline.engine.market.MarketId;
import plumbline.engine.text.ErrorText;

/// What venues called their markets at other times, as the user has registered it: `symbols.csv` of
/// the home folder. What they call them now they say themselves.
///
/// Not thread-safe; of two programs that change it at the same time the last wins.
public final class MarketNames {
    private final Path file;
    private final SymbolMap map = new SymbolMap();

    private MarketNames(Path file) {
        this.file = file;
    }

    /// Reads those of a home folder; there may be none.
    ///
    /// @throws IllegalArgumentException if lines of the file cannot be used; it names them
    /// @throws UncheckedIOException if it cannot be read
    public static MarketNames of(Path home) {
        MarketNames names = new MarketNames(home.resolve("symbols.csv"));
        List<String> faults = names.add(names.text());
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    names.file
                            + ": "
                            + String.join("; ", faults)
                            + ". Nothing was done; mend the file, or take the lines out");
        }
        return names;
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + ErrorText.of(e), e);
        }
    }

    /// Adds what a text says.
    ///
    /// @return what is wrong with its lines; those that are right are added
    public List<String> add(String text) {
        SymbolMapText.Content content = SymbolMapText.read(text);
        List<String> faults = new ArrayList<>(content.faults());
        for (SymbolAlias alias : content.aliases()) {
            map.register(alias).forEach(conflict -> faults.add(conflict.toString()));
        }
        return faults;
    }

    /// All of them.
    public SymbolMap map() {
        return map;
    }

    /// Those of a market.
    public List<SymbolAlias> of(MarketId market) {
        return map.history(market);
    }

    /// Keeps them.
    ///
    /// @throws UncheckedIOException if they cannot be written; the file is as it was
    public void save() {
        byte[] bytes = SymbolMapText.write(map.all()).getBytes(StandardCharsets.UTF_8);
        try {
            AtomicFile.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + ErrorText.of(e), e);
        }
    }
}

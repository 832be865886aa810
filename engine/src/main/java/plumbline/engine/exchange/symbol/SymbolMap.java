package plumbline.engine.exchange.symbol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.engine.market.MarketId;

/// The venues' own names of markets and ours, in both directions and at any time: `XXBTZUSD` of
/// Kraken is `kraken:BTC/USD`, and `MATICUSDT` of Binance was, until it was renamed, what is
/// `POLUSDT` now. Nothing is ever told from the letters of a name: names are registered, by what a
/// venue says of its markets or by the user.
///
/// At each time a name is one market's, and a market has one name. The same name may be different
/// markets of two segments of an exchange, which are two venues here.
///
/// Thread-safe.
public final class SymbolMap {
    private final Map<MarketId, List<SymbolAlias>> byMarket = new HashMap<>();
    private final Map<Name, List<SymbolAlias>> byName = new HashMap<>();

    private record Name(String venue, String symbol) {
        static Name of(SymbolAlias alias) {
            return new Name(alias.market().venue(), alias.symbol());
        }
    }

    /// Why a name cannot be registered.
    ///
    /// @param wanted what was to be registered
    /// @param held what has its name, or its market, for some of the same time
    public record Conflict(SymbolAlias wanted, SymbolAlias held) {
        /// For people.
        @Override
        public String toString() {
            return wanted.symbol().equals(held.symbol())
                    ? wanted.symbol() + " is the name of " + held.market() + " already"
                    : wanted.market() + " is called " + held.symbol() + " already";
        }
    }

    /// The market that a venue calls so at a time.
    public synchronized Optional<MarketId> market(String venue, String symbol, Instant at) {
        return byName.getOrDefault(new Name(venue, symbol), List.of()).stream()
                .filter(alias -> alias.holdsAt(at))
                .map(SymbolAlias::market)
                .findFirst();
    }

    /// What its venue calls a market at a time.
    public synchronized Optional<String> symbol(MarketId market, Instant at) {
        return history(market).stream()
                .filter(alias -> alias.holdsAt(at))
                .map(SymbolAlias::symbol)
                .findFirst();
    }

    /// All names that a market ever had, oldest first.
    public synchronized List<SymbolAlias> history(MarketId market) {
        return byMarket.getOrDefault(market, List.of()).stream()
                .sorted(Comparator.comparing(SymbolAlias::from))
                .toList();
    }

    /// Registers a name, unless something has it, or its market has another, for some of that time.
    ///
    /// @return what is in the way; empty if it is registered now, or was before
    public synchronized List<Conflict> register(SymbolAlias alias) {
        List<SymbolAlias> ofMarket = byMarket.getOrDefault(alias.market(), List.of());
        if (ofMarket.contains(alias)) {
            return List.of();
        }
        List<Conflict> conflicts = new ArrayList<>();
        conflicts(alias, byName.getOrDefault(Name.of(alias), List.of()), conflicts);
        conflicts(alias, ofMarket, conflicts);
        if (conflicts.isEmpty()) {
            byMarket.computeIfAbsent(alias.market(), m -> new ArrayList<>()).add(alias);
            byName.computeIfAbsent(Name.of(alias), n -> new ArrayList<>()).add(alias);
        }
        return List.copyOf(conflicts);
    }

    private static void conflicts(
            SymbolAlias wanted, List<SymbolAlias> held, List<Conflict> conflicts) {
        for (SymbolAlias one : held) {
            Conflict conflict = new Conflict(wanted, one);
            if (one.overlaps(wanted) && !conflicts.contains(conflict)) {
                conflicts.add(conflict);
            }
        }
    }

    /// Takes a name back.
    ///
    /// @return whether it was registered
    public synchronized boolean unregister(SymbolAlias alias) {
        return remove(byMarket, alias.market(), alias) && remove(byName, Name.of(alias), alias);
    }

    private static <K> boolean remove(Map<K, List<SymbolAlias>> from, K key, SymbolAlias alias) {
        List<SymbolAlias> all = from.getOrDefault(key, new ArrayList<>());
        boolean removed = all.remove(alias);
        if (all.isEmpty()) {
            from.remove(key);
        }
        return removed;
    }

    /// The venue calls a market otherwise from a time on.
    ///
    /// @return what is in the way; then nothing has changed
    public synchronized List<Conflict> rename(MarketId market, String symbol, Instant at) {
        Optional<SymbolAlias> now =
                history(market).stream().filter(alias -> alias.holdsAt(at)).findFirst();
        Instant to = now.map(SymbolAlias::to).orElse(SymbolAlias.ALWAYS_TO);
        now.ifPresent(this::unregister);
        List<Conflict> conflicts = register(new SymbolAlias(market, symbol, at, to));
        if (now.isPresent()) {
            SymbolAlias before = now.get();
            boolean ends = conflicts.isEmpty();
            if (!ends || before.from().isBefore(at)) {
                register(
                        new SymbolAlias(
                                market, before.symbol(), before.from(), ends ? at : before.to()));
            }
        }
        return conflicts;
    }

    /// Everything that is registered, by market, then by time.
    public synchronized List<SymbolAlias> all() {
        return byMarket.values().stream()
                .flatMap(List::stream)
                .sorted(
                        Comparator.comparing((SymbolAlias alias) -> alias.market().toString())
                                .thenComparing(SymbolAlias::from))
                .toList();
    }
}

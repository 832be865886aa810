package plumbline.ui.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.instrument.TradingStatus;

/// A market of an exchange, to be found by what one types.
///
/// @param words what is looked through: our names and the venue's, in capitals
record ListedMarket(Instrument instrument, String words) {
    private static final int MISS = -1;

    static ListedMarket of(Instrument instrument) {
        String words =
                String.join(
                        " ",
                        instrument.id().pair(),
                        instrument.symbol(),
                        instrument.contract().underlying(),
                        instrument.id().venue());
        return new ListedMarket(instrument, words.toUpperCase(Locale.ROOT));
    }

    /// The markets in which every word of a text is, the likeliest first.
    static Stream<ListedMarket> search(List<ListedMarket> all, String text) {
        List<String> wanted = List.of(text.strip().toUpperCase(Locale.ROOT).split("[\\s/:-]+"));
        record Hit(ListedMarket market, int rank) {}
        return all.stream()
                .map(market -> new Hit(market, market.rank(wanted)))
                .filter(hit -> hit.rank != MISS)
                .sorted(Comparator.comparingInt(Hit::rank))
                .map(Hit::market);
    }

    /// Small for what is likely meant: the base begins with it, it can be traded, it is spot.
    private int rank(List<String> wanted) {
        if (!wanted.stream().allMatch(words::contains)) {
            return MISS;
        }
        String base = instrument.id().base();
        String first = wanted.getFirst();
        int rank = base.equals(first) ? 0 : base.startsWith(first) ? 8 : 16;
        rank += instrument.status() == TradingStatus.CLOSED ? 32 : 0;
        return rank + instrument.kind().ordinal();
    }
}

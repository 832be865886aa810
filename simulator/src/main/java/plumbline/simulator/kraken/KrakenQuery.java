package plumbline.simulator.kraken;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The parameters of a request, read as the venue reads them.
record KrakenQuery(Map<String, String> values) {

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    OptionalLong number(String name) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!value.get().matches("[0-8]?[0-9]{1,18}")) {
            throw KrakenRefusal.arguments();
        }
        return OptionalLong.of(Long.parseLong(value.get()));
    }

    /// How many rows are wanted.
    int count(int usual, int most) {
        long count = number("count").orElse(usual);
        if (count < 1 || count > most) {
            throw KrakenRefusal.arguments();
        }
        return (int) count;
    }
}

package plumbline.simulator.market;

/// How far a market's price is above the path that it follows, as a logarithm: a noise from one
/// third of a day to the next, and what is left of its carry.
///
/// Threads: any thread.
final class Basis {
    private static final long KNOT_MS = 8 * 3_600_000L;
    private static final double YEAR_MS = 365.25 * 86_400_000;

    private final long key;
    private final PriceModel model;

    Basis(long venueSeed, SimulatedMarket market) {
        key = Noise.key(Noise.key(venueSeed, "basis"), market.symbol());
        model = market.price();
    }

    double at(long timeMs) {
        double basis = 0;
        if (model.spread() > 0) {
            long knot = Math.floorDiv(timeMs, KNOT_MS);
            double part = (double) Math.floorMod(timeMs, KNOT_MS) / KNOT_MS;
            double from = Noise.normal(Noise.key(key, knot));
            double to = Noise.normal(Noise.key(key, knot + 1));
            basis += model.spread() * ((1 - part) * from + part * to);
        }
        return basis + model.yearlyCarry() * Math.max(0, model.untilMs() - timeMs) / YEAR_MS;
    }
}

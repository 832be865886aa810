package plumbline.simulator.market;

/// Where the price of a market comes from: a path that several markets may follow, at their own
/// distance.
///
/// @param path name of the path; markets of one name, start and volatility have the same price but
///   for their basis
/// @param start about what it costs, in quote
/// @param dailyVolatility standard deviation of a day's logarithmic change
/// @param spread how far it wanders from the path, as a part of the price: about one deviation
/// @param yearlyCarry how much it is above the path for each year until `untilMs`, as a part of the
///   price
/// @param untilMs when nothing of the carry is left, epoch milliseconds UTC
public record PriceModel(
        String path,
        double start,
        double dailyVolatility,
        double spread,
        double yearlyCarry,
        long untilMs) {

    /// A price that stays near its path, or is it if the spread is 0.
    public static PriceModel near(
            String path, double start, double dailyVolatility, double spread) {
        return new PriceModel(path, start, dailyVolatility, spread, 0, 0);
    }
}

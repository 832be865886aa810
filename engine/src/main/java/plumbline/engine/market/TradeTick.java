package plumbline.engine.market;

/// One trade as a venue reported it.
///
/// @param timeMs epoch milliseconds UTC
/// @param price in quote currency
/// @param size in base currency
public record TradeTick(long timeMs, double price, double size) {}

/// What a venue says of its markets.
///
/// Start with [plumbline.engine.instrument.Instrument], the record of one market: how finely prices
/// and quantities are given there, and what an order must keep. It is the one place where prices
/// and quantities are rounded and written. [plumbline.engine.instrument.OrderRules] looks at an
/// order before it is sent and names the nearest one that would be taken.
package plumbline.engine.instrument;

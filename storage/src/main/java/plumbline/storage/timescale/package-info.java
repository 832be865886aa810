/// The store on a PostgreSQL server that many share, with TimescaleDB or without.
///
/// - What the server can do is found out and set up once for each start ([TimescaleSetup]); what it
///   lacks is said in words and done without.
///
/// Start with [ServerCandleRepository]. Caller: [plumbline.storage.Stores].
package plumbline.storage.timescale;

/// Packs of data: folders of candle files that the simulated exchanges play instead of markets that
/// are drawn from a seed.
///
/// Start with [plumbline.simulator.pack.DataPack]. Files are read with the product's own import.
package plumbline.simulator.pack;

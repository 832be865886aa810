/// How the simulator's user steers it, on a port of its own.
///
/// Start with [plumbline.simulator.admin.AdminApi]. What the venues were asked is in the
/// [plumbline.simulator.admin.Journal].
package plumbline.simulator.admin;

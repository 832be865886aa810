/// What goes wrong on purpose: rules that choose requests, and what is done to them.
///
/// Start with [plumbline.simulator.fault.FaultRule]; rules are written as JSON
/// ([plumbline.simulator.fault.FaultJson]). [plumbline.simulator.fault.FaultRules] decides which
/// rule a request meets, from one seeded stream of numbers, so that the same requests meet the same
/// faults again. [plumbline.simulator.fault.FaultyAnswer] carries it out on the connection.
package plumbline.simulator.fault;

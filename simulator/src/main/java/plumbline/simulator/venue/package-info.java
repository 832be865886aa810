/// What all simulated venues have in common. Start with [plumbline.simulator.venue.Venue].
package plumbline.simulator.venue;

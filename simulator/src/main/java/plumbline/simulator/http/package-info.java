/// A small HTTP/1.1 server whose sockets are at hand: an answer can be cut off, slowed down or
/// replaced by a reset, which servers made for good answers do not allow.
///
/// Start with [plumbline.simulator.http.HttpListener]; it listens on loopback only and gives each
/// connection a virtual thread. A handler writes its answer on the
/// [plumbline.simulator.http.HttpConnection] itself, and may take the connection over for another
/// protocol. Callers: the simulator's venues and its admin interface.
package plumbline.simulator.http;

/// How every call to a venue is made: within its limits, again if that helps, and never against a
/// wall.
///
/// Start with [plumbline.engine.exchange.http.VenueHttp], which is one venue. All of them share a
/// [plumbline.engine.exchange.http.HttpTransport]. What goes wrong is an
/// [plumbline.engine.exchange.http.ExchangeException], whose kind says what to do next. Callers:
/// the adapters of the venues, which know what to ask and how to read the answers.
package plumbline.engine.exchange.http;

/// Requests that only the owner of a key may send, and how they are signed.
///
/// Start with [plumbline.engine.exchange.signing.SignedRequest], which says what is signed;
/// [plumbline.engine.exchange.signing.RequestSigner] says with what. Keys come in here and do not
/// come out again: not as text, not in messages.
package plumbline.engine.exchange.signing;

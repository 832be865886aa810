package plumbline.engine.exchange.signing;

/// Signs with a key that it keeps to itself.
///
/// Thread-safe. Text and messages of an implementation never hold the key.
public sealed interface RequestSigner permits HmacSigner, Ed25519Signer {
    /// The signature of a text, by its UTF-8, as it is written in a message of JSON. In an address
    /// it is to be percent-encoded, which [SignedRequest] does.
    String sign(String payload);
}

package plumbline.engine.exchange.http;

import java.text.ParseException;

/// Makes of an answer what the caller asked for. Called once for each answer of status 2xx; it is
/// part of the try, so an answer that cannot be read is asked for again.
@FunctionalInterface
public interface AnswerReader<T> {
    /// @param body as the venue wrote it, unpacked
    /// @throws ParseException if it is not what it should be; its offset is where, counted in
    ///   bytes, or -1
    /// @throws ExchangeException if the venue says no in an answer that looks like a yes
    T read(byte[] body) throws ParseException;
}

package plumbline.simulator.binance;

import plumbline.simulator.http.WireText;

/// `GET ping` and `GET time`.
final class ServerTime {
    private ServerTime() {}

    static byte[] ping() {
        return new WireText(2).text("{}").toBytes();
    }

    /// @param toldMs what the venue takes for the time
    static byte[] json(long toldMs) {
        return new WireText(40).text("{\"serverTime\":").number(toldMs).character('}').toBytes();
    }
}

package plumbline.resources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;

/// The way to a bundled file, from any module and inside an installed image.
///
/// Threads: any thread.
public final class AppResources {
    /// 100,000 Bitstamp BTC/USD trades of 2013-11-25 to 2013-12-01, `timestamp,price,amount`.
    public static final String SAMPLE_TRADES = "samples/bitstamp_trades_from_20131125_usd.csv";

    private AppResources() {}

    /// Address of a bundled file.
    ///
    /// @param path below this module's root, for example `themes/dark.css`
    /// @throws IllegalArgumentException if there is no such file
    public static URL url(String path) {
        URL url = AppResources.class.getResource("/plumbline/resources/" + path);
        if (url == null) {
            throw new IllegalArgumentException("no bundled file " + path);
        }
        return url;
    }

    /// Opens a bundled file; the caller closes it.
    ///
    /// @throws IllegalArgumentException if there is no such file
    public static InputStream open(String path) {
        try {
            return url(path).openStream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled file " + path, e);
        }
    }
}

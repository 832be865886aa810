package plumbline.app;

import plumbline.engine.config.ConfigKeys;
import plumbline.engine.config.Configuration;
import plumbline.storage.ServerAddress;

/// Where candles and runs are kept: in the home folder unless `store.url` names a server. A
/// password comes from the environment only, where no list of processes and no history of a shell
/// shows it.
///
/// @param url `jdbc:postgresql://host:5432/database`, or empty
/// @param password never shown
public record StoreSettings(String url, String user, String password) {
    /// In the home folder.
    public static final StoreSettings HOME = new StoreSettings("", "", "");

    /// @throws IllegalArgumentException if the address is not one of a server that is known
    public StoreSettings {
        if (!url.isEmpty()) {
            new ServerAddress(url, user, password); // refuses
        }
    }

    /// What is configured.
    ///
    /// @throws IllegalArgumentException if it names an address that is not one of a server
    public static StoreSettings of(Configuration configuration) {
        try {
            return new StoreSettings(
                    configuration.get(ConfigKeys.STORE_URL).strip(),
                    configuration.get(ConfigKeys.STORE_USER),
                    configuration.get(ConfigKeys.STORE_PASSWORD));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    configuration.value(ConfigKeys.STORE_URL).source() + ": " + e.getMessage(), e);
        }
    }

    /// Whether this text is meant as an address, not as a folder; one letter is a drive.
    public static boolean isAddress(String place) {
        return place.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
    }

    public boolean isHome() {
        return url.isEmpty();
    }

    /// The server; only if candles are not in the home folder.
    public ServerAddress server() {
        return new ServerAddress(url, user, password);
    }

    /// The address without what is nobody else's business.
    public String place() {
        return isHome() ? "" : server().place();
    }

    @Override
    public String toString() {
        return isHome() ? "in the home folder" : server().toString();
    }
}

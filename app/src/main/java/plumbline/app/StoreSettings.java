package plumbline.app;

import java.util.Map;
import plumbline.storage.ServerAddress;

/// Where candles and runs are kept, as the environment says: in the home folder unless
/// `PLUMBLINE_STORE_URL` names a server. A password comes from the environment only, where no list
/// of processes and no history of a shell shows it.
///
/// @param url `jdbc:postgresql://host:5432/database`, or empty
/// @param password never shown
public record StoreSettings(String url, String user, String password) {
    /// The variable that names the server.
    public static final String URL = "PLUMBLINE_STORE_URL";

    public static final String USER = "PLUMBLINE_STORE_USER";
    public static final String PASSWORD = "PLUMBLINE_STORE_PASSWORD";

    /// In the home folder.
    public static final StoreSettings HOME = new StoreSettings("", "", "");

    /// @throws IllegalArgumentException if the address is not one of a server that is known
    public StoreSettings {
        if (!url.isEmpty()) {
            new ServerAddress(url, user, password); // refuses
        }
    }

    /// What the environment says.
    ///
    /// @throws IllegalArgumentException if it names an address that is not one of a server
    public static StoreSettings of(Map<String, String> environment) {
        String url = environment.getOrDefault(URL, "").strip();
        try {
            return new StoreSettings(
                    url,
                    environment.getOrDefault(USER, ""),
                    environment.getOrDefault(PASSWORD, ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(URL + ": " + e.getMessage(), e);
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

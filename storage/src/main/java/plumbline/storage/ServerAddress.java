package plumbline.storage;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Where a shared database is and who asks.
///
/// @param url `jdbc:postgresql://host:port/database`, perhaps with settings of the driver
/// @param password never shown
public record ServerAddress(String url, String user, String password) {

    /// @throws IllegalArgumentException if the address is not one of PostgreSQL
    public ServerAddress {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "'"
                            + place(url)
                            + "' is no address of a PostgreSQL or TimescaleDB; expected"
                            + " jdbc:postgresql://host:5432/database");
        }
        if (url.matches("(?i).*[?&]password=.*")) {
            throw new IllegalArgumentException(
                    "the address of "
                            + place(url)
                            + " has a password in it, where lists of processes show it; give it in"
                            + " PLUMBLINE_STORE_PASSWORD");
        }
    }

    /// The address without what is nobody else's business.
    public String place() {
        return place(url);
    }

    /// The same for every spelling of the same database: without the port that is usual, in small
    /// letters but for the name of the database, and without settings that change nothing of what
    /// is in it.
    public String identity() {
        String bare = place().substring("jdbc:postgresql:".length()).replaceFirst("/$", "");
        int slash = bare.startsWith("//") ? bare.indexOf('/', 2) : -1;
        String hosts =
                !bare.startsWith("//")
                        ? "localhost"
                        : bare.substring(2, slash < 0 ? bare.length() : slash);
        String database =
                !bare.startsWith("//") ? bare : slash < 0 ? "" : bare.substring(slash + 1);
        String usual = hosts.isEmpty() ? "localhost" : hosts.toLowerCase(Locale.ROOT);
        String named = database.isEmpty() ? user : database;
        return usual.replaceAll(":5432(?=,|$)", "") + "/" + named + "?" + schemas();
    }

    /// The settings that choose among tables.
    private String schemas() {
        int settings = url.indexOf('?');
        return settings < 0
                ? ""
                : Arrays.stream(url.substring(settings + 1).split("&"))
                        .filter(s -> s.matches("(?i)(currentSchema|options)=.*"))
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    private static String place(String url) {
        int settings = url.indexOf('?');
        String bare = settings < 0 ? url : url.substring(0, settings);
        return bare.replaceAll("//[^/@]*@", "//");
    }

    @Override
    public String toString() {
        return place() + " as " + user;
    }
}

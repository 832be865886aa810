package plumbline.storage;

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

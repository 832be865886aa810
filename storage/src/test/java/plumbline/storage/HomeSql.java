package plumbline.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import plumbline.storage.h2.DatabaseKey;

/// SQL on a database of a home, past the store, as its administrator.
public final class HomeSql {
    private HomeSql() {}

    /// @param database its name without an ending
    public static Connection connect(Path home, String database) throws SQLException {
        String url = "jdbc:h2:async:" + home.resolve(database) + ";AUTO_SERVER=TRUE";
        return DriverManager.getConnection(url, "SA", DatabaseKey.of(home).administrator());
    }
}

package plumbline.storage.h2;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.tx.TransactionMap;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.result.Row;

/// What a database file says of its own tables and other objects, read from the file before H2 acts
/// on it: H2 runs these statements when it opens a file, and some bring program code with them.
///
/// Threads: any; the file may not be open.
final class StoredObjects {
    private static final int SQL_COLUMN = 3;
    private static final Pattern TABLE = Pattern.compile("CREATE (CACHED |MEMORY )?TABLE .*");

    // what differs from file to file without meaning anything: passwords, generated names, counters
    private static final List<Pattern> VARIABLE =
            List.of(
                    Pattern.compile(" SALT '[^']*' HASH '[^']*'"),
                    Pattern.compile(" SELECTIVITY \\d+"),
                    Pattern.compile(
                            "(?<=SYSTEM_SEQUENCE_)\\p{XDigit}{8}(_\\p{XDigit}{4}){3}_\\p{XDigit}{12}"),
                    Pattern.compile("(?<=\"PUBLIC\".\")(PRIMARY_KEY|CONSTRAINT)_[\\w]*(?=\")"),
                    Pattern.compile(" RESTART WITH -?\\d+"),
                    Pattern.compile(
                            "(?<=^SET (CREATE_BUILD|WRITE_DELAY|DB_CLOSE_DELAY|CACHE_SIZE|DEFAULT_LOCK_TIMEOUT|TRACE_LEVEL_FILE) )-?\\d+"));

    private final List<String> statements;

    private StoredObjects(List<String> statements) {
        this.statements = statements;
    }

    /// @throws MVStoreException if the file is damaged, or no database
    static StoredObjects in(Path file) {
        try {
            return new StoredObjects(read(file));
        } catch (MVStoreException e) {
            throw e;
        } catch (RuntimeException e) {
            // rubbish is taken for what it is not: H2 falls over it in many ways
            throw DataUtils.newMVStoreException(
                    DataUtils.ERROR_FILE_CORRUPT, "its list of tables cannot be read: {0}", e);
        }
    }

    private static List<String> read(Path file) {
        List<String> statements = new ArrayList<>();
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            if (store.hasMap("table.0")) {
                TransactionStore transactions = new TransactionStore(store, new ValueDataType());
                transactions.init();
                TransactionMap<Long, Row> objects = transactions.begin().openMap("table.0");
                for (Iterator<Long> ids = objects.keyIterator(null); ids.hasNext(); ) {
                    Row row = objects.get(ids.next());
                    if (row != null) {
                        statements.add(plain(row.getValue(SQL_COLUMN).getString()));
                    }
                }
            }
        }
        return statements;
    }

    private static String plain(String statement) {
        String plain = statement.replaceAll("\\s+", " ").strip();
        for (Pattern variable : VARIABLE) {
            plain = variable.matcher(plain).replaceAll("");
        }
        return plain.strip();
    }

    /// The statements, without what differs from file to file.
    List<String> statements() {
        return statements;
    }

    boolean hasTables() {
        return statements.stream().anyMatch(s -> TABLE.matcher(s).matches());
    }

    boolean has(String statement) {
        return statements.contains(statement);
    }

    /// Statements that are none of `known`.
    List<String> otherThan(Set<String> known) {
        return statements.stream().filter(s -> !known.contains(s)).toList();
    }
}

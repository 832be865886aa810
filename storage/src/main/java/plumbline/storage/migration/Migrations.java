package plumbline.storage.migration;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import plumbline.engine.text.ErrorText;

/// Runs the steps that are missing, with Flyway.
final class Migrations {
    private Migrations() {}

    /// @param steps files beside this class, oldest first
    /// @throws SQLException if a step fails; those before it are done
    static void run(String url, String user, String password, List<String> steps)
            throws SQLException {
        FluentConfiguration configuration =
                Flyway.configure(Migrations.class.getClassLoader())
                        .dataSource(url, user, password)
                        .resourceProvider(new OwnSteps(steps))
                        // nothing is looked for: a module's files are not seen by others
                        .locations(new String[0])
                        .skipDefaultCallbacks(true);
        if (url.startsWith("jdbc:postgresql:")) {
            setUpForServer(configuration);
        }
        Flyway flyway = configuration.load();
        try {
            // a step that failed, on a full disk for example, may be done again
            flyway.repair();
            flyway.migrate();
        } catch (FlywayException e) {
            throw asSql(e);
        }
    }

    /// With the state that the database gave: it tells what to do.
    private static SQLException asSql(FlywayException failure) {
        for (Throwable t = failure.getCause(); t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return new SQLException(
                        ErrorText.of(sql), sql.getSQLState(), sql.getErrorCode(), failure);
            }
        }
        return new SQLException(ErrorText.of(failure), failure);
    }

    private static void setUpForServer(FluentConfiguration configuration) {
        configuration
                // others may have tables there
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // else a second connection keeps a transaction open until all steps are done,
                // which a server may cut off
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    }

    private record OwnSteps(List<String> steps) implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return steps.contains(name) ? new Step(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return steps.stream()
                    .filter(name -> fileName(name).startsWith(prefix))
                    .filter(name -> Stream.of(suffixes).anyMatch(name::endsWith))
                    .<LoadableResource>map(Step::new)
                    .toList();
        }
    }

    private static String fileName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static final class Step extends LoadableResource {
        private final String name;

        Step(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            InputStream in = Migrations.class.getResourceAsStream(name);
            if (in == null) {
                throw new IllegalStateException("there is no " + name + " in this program");
            }
            return new InputStreamReader(in, StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return fileName(name);
        }

        @Override
        public String getRelativePath() {
            return fileName(name);
        }
    }
}

package plumbline.storage.migration;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import plumbline.engine.text.Messages;
import plumbline.storage.h2.H2Database;

/// Runs the steps that are missing, with Flyway.
final class Migrations {
    private Migrations() {}

    /// @throws SQLException if a step fails; those before it are done
    static void run(H2Database database) throws SQLException {
        Flyway flyway =
                Flyway.configure(Migrations.class.getClassLoader())
                        .dataSource(database.url(), H2Database.USER, H2Database.PASSWORD)
                        .resourceProvider(new OwnSteps())
                        // nothing is looked for: a module's files are not seen by others
                        .locations(new String[0])
                        .skipDefaultCallbacks(true)
                        .load();
        try {
            // a step that failed, on a full disk for example, may be done again
            flyway.repair();
            flyway.migrate();
        } catch (FlywayException e) {
            throw new SQLException(Messages.of(e), e);
        }
    }

    private static final class OwnSteps implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return Schema.STEPS.contains(name) ? new Step(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return Schema.STEPS.stream()
                    .filter(name -> name.startsWith(prefix))
                    .filter(name -> Stream.of(suffixes).anyMatch(name::endsWith))
                    .<LoadableResource>map(Step::new)
                    .toList();
        }
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
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}

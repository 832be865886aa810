package plumbline.storage.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.storage.timescale.Refusal.Reason;

class RefusalTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // TimescaleDB 2.20: src/cross_module_fn.c, of statements and of functions
                "ERROR: functionality not supported under the current \"apache\" license. Learn more"
                        + " at https://timescale.com/.\n  Hint: To access all features",
                "ERROR: function \"add_retention_policy\" is not supported under the current"
                        + " \"apache\" license\n  Hint: Upgrade your license"
            })
    void bothMessagesOfTheLicenceAreKnown(String message) throws SQLException {
        assertThat(Refusal.of(new SQLException(message, "0A000")))
                .isEqualTo(new Refusal(Reason.LICENCE, "apache"));
    }

    @ParameterizedTest
    @CsvSource({
        "42501, must be owner of table candle, RIGHT",
        "42883, function by_range(unknown) does not exist, VERSION",
        "0A000, cannot do that, OTHER",
        "XX000, extension \"timescaledb\" must be preloaded, NOT_LOADED",
        "08006, FATAL: extension \"timescaledb\" must be preloaded, NOT_LOADED"
    })
    void aRefusalHasItsReason(String state, String message, Reason reason) throws SQLException {
        assertThat(Refusal.of(new SQLException(message + "\n  Hint: something", state)))
                .isEqualTo(new Refusal(reason, message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01"})
    void aLostConnectionIsNoRefusal(String state) {
        SQLException lost = new SQLException("gone", state);

        assertThatThrownBy(() -> Refusal.of(lost)).isSameAs(lost);
    }

    @Test
    void theMessageSaysWhatIsLackingWhyWhatThatMeansAndWhoCanChangeIt() {
        Refusal refusal = new Refusal(Reason.LICENCE, "apache");

        assertThat(refusal.of(EnumSet.of(Capability.COMPRESSION, Capability.RETENTION)))
                .isEqualTo(
                        "The server's TimescaleDB has the licence 'apache', which is without"
                                + " compression, retention. Where its build has them, an"
                                + " administrator sets timescaledb.license = 'timescale' in"
                                + " postgresql.conf and restarts the server. Until then candles take"
                                + " about seven times the room; order books are kept until somebody"
                                + " deletes them.");
    }
}

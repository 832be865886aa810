package plumbline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.ui.action.PaletteEntry;
import plumbline.ui.theme.Directions;
import plumbline.ui.theme.Theme;

class SettingsTest {
    private final Map<String, String> kept = new HashMap<>();
    private final SettingStore store = store(kept);

    static SettingStore store(Map<String, String> kept) {
        return new SettingStore() {
            @Override
            public String read(String key, String otherwise) {
                return kept.getOrDefault(key, otherwise);
            }

            @Override
            public void write(String key, String value) {
                kept.put(key, value);
            }
        };
    }

    @Test
    void isWhatIsUsualUntilItIsChanged() {
        LookSettings look = new LookSettings(store);

        assertThat(look.theme().get()).isEqualTo(Theme.DARK);
        assertThat(look.theme().isUsual()).isTrue();
        assertThat(kept).isEmpty();
    }

    @Test
    void isRememberedByItsCode() {
        new LookSettings(store).directions().set(Directions.EAST_ASIA);

        assertThat(kept).containsExactly(Map.entry("directions", "east-asia"));
        assertThat(new LookSettings(store).directions().get()).isEqualTo(Directions.EAST_ASIA);
    }

    @Test
    void whatIsNotUnderstoodIsPassedOver() {
        kept.put("scale", "1000");
        kept.put("theme", "pink");

        LookSettings look = new LookSettings(store);

        assertThat(look.scale().get()).isEqualTo(100);
        assertThat(look.theme().get()).isEqualTo(Theme.DARK);
    }

    @Test
    void takesOnlyItsChoices() {
        Setting<Integer> scale = new LookSettings(store).scale();

        assertThatThrownBy(() -> scale.set(101)).hasMessageContaining("101");
    }

    @Test
    void zoomEndsAtTheLargest() {
        LookSettings look = new LookSettings(store);
        for (int i = 0; i < 20; i++) {
            look.zoom(1);
        }

        assertThat(look.scale().get()).isEqualTo(200);
    }

    @Test
    void isFoundByWordsInAnyOrder() {
        Settings settings = new Settings(new LookSettings(store).all());

        assertThat(settings.find("BLIND up"))
                .extracting(SettingItem::id)
                .containsExactly("directions");
        assertThat(settings.find("150 %")).extracting(SettingItem::id).containsExactly("scale");
        assertThat(settings.find("  ")).hasSize(3);
        assertThat(settings.find("nothing like that")).isEmpty();
    }

    @Test
    void thePaletteSetsIt() {
        LookSettings look = new LookSettings(store);
        Settings settings = new Settings(look.all());

        PaletteEntry entry =
                settings.palette().entries().stream()
                        .filter(e -> e.title().equals("Theme: High contrast"))
                        .findFirst()
                        .orElseThrow();
        entry.run();

        assertThat(look.theme().get()).isEqualTo(Theme.HIGH_CONTRAST);
    }

    @Test
    void whatIsChosenCanBeCarriedElsewhere() {
        new LookSettings(store).theme().set(Theme.LIGHT);
        Map<String, String> chosen =
                new HashMap<>(new Settings(new LookSettings(store).all()).chosen());
        chosen.put("scale", "101");
        chosen.put("later", "yes");
        LookSettings elsewhere = new LookSettings(store(new HashMap<>()));
        elsewhere.directions().set(Directions.EAST_ASIA);

        List<String> passedOver = new Settings(elsewhere.all()).choose(chosen);

        assertThat(passedOver).containsExactlyInAnyOrder("scale = 101", "later");
        assertThat(elsewhere.theme().get()).isEqualTo(Theme.LIGHT);
        assertThat(elsewhere.directions().get()).isEqualTo(Directions.CLASSIC);
        assertThat(elsewhere.scale().get()).isEqualTo(100);
    }

    @Test
    void whatIsNoChoiceIsSaidAndTheUsualOneUsed() {
        SettingStore store =
                store(
                        new HashMap<>(
                                Map.of(
                                        "theme",
                                        "purple",
                                        "scale",
                                        "9999",
                                        "directions",
                                        "classic")));
        LookSettings look = new LookSettings(store);

        assertThat(new Settings(look.all()).problems())
                .hasSize(2)
                .anyMatch(p -> p.contains("'purple'") && p.contains("Dark"))
                .anyMatch(p -> p.contains("'9999'") && p.contains("100"));
        assertThat(look.scale().get()).isEqualTo(100);
        assertThat(store.read("theme", "")).isEqualTo("purple"); // until the user changes it
    }

    @Test
    void twoOfOneNameAreRefused() {
        List<Setting<?>> twice =
                List.of(new LookSettings(store).theme(), new LookSettings(store).theme());

        assertThatThrownBy(() -> new Settings(twice)).hasMessageContaining("theme");
    }
}

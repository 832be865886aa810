package plumbline.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import plumbline.ui.action.KeyMap;
import plumbline.ui.settings.LookSettings;
import plumbline.ui.settings.Setting;
import plumbline.ui.settings.SettingGroup;
import plumbline.ui.settings.SettingItem;
import plumbline.ui.settings.SettingLink;
import plumbline.ui.settings.Settings;
import plumbline.ui.settings.SettingsPanel;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.LayoutCollection;
import plumbline.ui.workspace.LayoutNode;
import plumbline.ui.workspace.Layouts;
import plumbline.ui.workspace.PageLayout;
import plumbline.ui.workspace.PanelType;
import plumbline.ui.workspace.ViewPanel;

/// What can be set in the window, and its page.
///
/// Threads: FX thread.
final class SettingsPage {
    private static final String START_PAGE = "startPage";
    private static final String LAST = "last";

    private SettingsPage() {}

    /// Every setting that there is.
    static Settings settings(WorkspaceView view, WindowContext context, LookSettings look) {
        List<SettingItem> items = new ArrayList<>(look.all());
        items.add(
                new Setting<>(
                        context.memory(),
                        START_PAGE,
                        SettingGroup.WINDOW,
                        Stream.concat(Stream.of(LAST), Stream.of(Page.values()).map(Page::code))
                                .toList(),
                        LAST,
                        code -> code));
        items.add(new SettingLink("layout", SettingGroup.WINDOW, view.layouts()::saveAs));
        items.add(new SettingLink("layoutReset", SettingGroup.WINDOW, view.layouts()::reset));
        items.add(
                new SettingLink("export", SettingGroup.WINDOW, () -> view.transfer().exportFile()));
        items.add(
                new SettingLink("import", SettingGroup.WINDOW, () -> view.transfer().importFile()));
        items.add(new SettingLink("keys", SettingGroup.KEYS, view::editKeys));
        items.addAll(context.facts());
        return new Settings(items);
    }

    /// What carries the settings to another home.
    static SettingsTransfer transfer(
            WorkspaceView view,
            WindowContext context,
            WindowServices services,
            Settings settings,
            KeyMap keys,
            Layouts layouts) {
        return new SettingsTransfer(
                context.tasks(),
                settings,
                keys,
                layouts,
                new LayoutCollection(services.layouts()),
                view.notices(),
                new SettingsFileChooser(view));
    }

    /// The page that the window starts with, if it is not the one it was left on.
    static void goToFirst(WindowSettings memory, WorkspaceModel model) {
        String wanted = memory.read(START_PAGE, LAST);
        if (!wanted.equals(LAST)) {
            model.go(Page.of(wanted));
        }
    }

    static PageDeck.PageType of(Node bar, Settings settings) {
        PanelType panel =
                PanelType.centre(
                        Page.SETTINGS.code(),
                        Texts.of("page.settings"),
                        MaterialDesignT.TUNE_VARIANT,
                        () -> {
                            SettingsPanel shown = new SettingsPanel(settings);
                            return new ViewPanel(shown, shown::focusSearch, () -> {});
                        });
        return new PageDeck.PageType(
                Page.SETTINGS,
                bar,
                List.of(panel),
                new PageLayout(LayoutNode.Tabs.of(Page.SETTINGS.code())));
    }
}

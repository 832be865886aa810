package plumbline.ui.chart;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.CopyText;
import plumbline.ui.control.Png;
import plumbline.ui.control.SaveFile;
import plumbline.ui.text.Texts;

/// What the right button offers on a chart: the price at the pointer, and a picture of the chart.
///
/// Threads: FX thread.
final class ChartMenu {
    private final PriceChartView view;
    private final ChartViewModel model;
    private final SaveFile saving;
    private final ContextMenu menu = new ContextMenu();
    private String price = "";

    ChartMenu(PriceChartView view, ChartViewModel model, SaveFile saving) {
        this.view = view;
        this.model = model;
        this.saving = saving;
    }

    void install() {
        view.setOnContextMenuRequested(this::open);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> menu.hide());
    }

    private void open(ContextMenuEvent event) {
        SeriesData data = model.data();
        if (data == null || data.size() == 0) {
            return;
        }
        double y = event.getY();
        boolean isPrice = y >= 0 && y < model.area().plotHeight();
        price = isPrice ? plain(model.scale().priceAt(y), data) : "";
        MenuItem copyPrice =
                CopyText.item(
                        "chart-copy-price",
                        Texts.of("chart.copyPrice", price),
                        () -> CopyText.copy(price));
        copyPrice.setVisible(isPrice);
        menu.getItems()
                .setAll(
                        copyPrice,
                        CopyText.item(
                                "chart-copy-picture",
                                Texts.of("chart.copyPicture"),
                                this::copyPicture),
                        CopyText.item(
                                "chart-save-picture", Texts.of("chart.savePicture"), this::save));
        menu.show(view, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    /// As it is typed into an order: no separators.
    private static String plain(double price, SeriesData data) {
        return Numbers.fixed(price, data.decimals()).replace(",", "").replace('\u2212', '-');
    }

    private void copyPicture() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(view.picture());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void save() {
        SeriesData data = model.data();
        if (data == null) {
            return;
        }
        WritableImage picture = view.picture();
        String name = data.key().market().pair() + "-" + data.key().timeframe();
        saving.save(
                view.getScene().getWindow(),
                name.replace('/', '-') + ".png",
                () -> Png.of(picture));
    }
}

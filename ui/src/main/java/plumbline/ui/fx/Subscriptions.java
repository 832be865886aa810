package plumbline.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What a view hears of models that outlive it; all of it ends together with the view.
///
/// Threads: FX thread.
public final class Subscriptions {
    private final List<Subscription> all = new ArrayList<>();

    /// Hears each change of a value from now on.
    public <T extends @Nullable Object> void changes(
            ObservableValue<T> value, Consumer<? super T> heard) {
        ChangeListener<T> listener = (property, before, now) -> heard.accept(now);
        value.addListener(listener);
        all.add(() -> value.removeListener(listener));
    }

    /// Hears the value now and each change of it.
    public <T extends @Nullable Object> void values(
            ObservableValue<T> value, Consumer<? super T> heard) {
        all.add(value.subscribe(heard::accept));
    }

    /// Hears each change of a list.
    public <T> void changes(ObservableList<T> list, Runnable heard) {
        ListChangeListener<T> listener = change -> heard.run();
        list.addListener(listener);
        all.add(() -> list.removeListener(listener));
    }

    /// Hears each change of one of several values, which may be more than one call for one cause.
    public void changes(Runnable heard, List<? extends ObservableValue<?>> values) {
        InvalidationListener listener = value -> heard.run();
        values.forEach(value -> value.addListener(listener));
        all.add(() -> values.forEach(value -> value.removeListener(listener)));
    }

    /// Something else that is to end with the view.
    public void add(Subscription subscription) {
        all.add(subscription);
    }

    /// Nothing is heard any more.
    public void end() {
        all.forEach(Subscription::unsubscribe);
        all.clear();
    }
}

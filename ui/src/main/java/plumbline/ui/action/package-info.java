/// What can be done in the window: each thing once, with an id, a name, keys, and whether it can be
/// done now. Buttons, menus, keys, the palette and the sheet of keys are all made from it.
///
/// ```
/// Actions actions = new Actions();
/// actions.register(
///         Action.of("chart.backtest", ActionGroup.BACKTEST) // named by the text action.chart.backtest
///                 .icon(MaterialDesignP.PLAY)
///                 .keys("B")
///                 .place("chart")
///                 .enabled(onChart)
///                 .run(view::pickStrategy));
/// KeyMap keys = new KeyMap(actions, store); // then show keys.problem(), if there is one
/// CommandPalette palette = new CommandPalette(cards, recentStore, List.of(
///         new PaletteActions(keys), markets));
/// KeyDispatcher dispatcher = new KeyDispatcher(keys);
/// dispatcher.cardOpen(overlay::isOpen);
/// dispatcher.onLetters(letters -> palette.search(markets, letters));
/// dispatcher.install(scene);
/// Button button = new ActionControls(keys).button(actions.get("chart.backtest"));
/// ```
///
/// Start with [Action], then [KeyMap].
package plumbline.ui.action;

/// The markets that are stored, at the left of the window, and what is known of the one in the
/// chart.
///
/// Start with [WatchlistViewModel].
package plumbline.ui.watchlist;

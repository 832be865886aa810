/// Exchanges in the window: which markets they have, downloads, and how it stands with each.
@org.jspecify.annotations.NullMarked
package plumbline.ui.exchange;

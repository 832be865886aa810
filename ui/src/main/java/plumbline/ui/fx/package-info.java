/// The only room that hops between threads: work leaves the FX thread here and its result comes
/// back here.
///
/// Start with [FxTasks].
package plumbline.ui.fx;

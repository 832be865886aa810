/// What can be configured, and what it is set to: each value knows who set it.
///
/// Values come in layers, and a later one wins ([ConfigLayer]): the default of the key, the files,
/// the environment, what the user set in the window or with `config set` ([UserConfig]), what was
/// said for this run. Start with [ConfigKeys], which has every key, and [ConfigLoader], which reads
/// the layers and says all that is wrong with them at once. A [Configuration] is what came out.
///
/// Callers: the command line and the window, which hand values on; rooms below know nothing of it.
@org.jspecify.annotations.NullMarked
package plumbline.engine.config;

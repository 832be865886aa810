/// What is stored: the numbered steps that make the tables, as SQL files beside these classes.
///
/// A step that was released is never changed; a change is a new step, added to the list in
/// [Schema].
///
/// Start with [Schema] and the SQL. Callers: the stores, when they open.
package plumbline.storage.migration;

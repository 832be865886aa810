/// The way into the store. Start with [Stores]; the databases are in packages that are not
/// exported.
package plumbline.storage;

/// What must not be lost: the audit log, in a database of its own.
package plumbline.storage.journal;

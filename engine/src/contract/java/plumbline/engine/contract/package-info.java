/// What the ports of a store promise, as tests: every store passes them, and so does every fake
/// that stands in for one. Compiled into the tests of `engine`, `storage` and `ui`.
///
/// Start with [CandleRepositoryContract]; a store joins by one class below it that opens it.
package plumbline.engine.contract;

/// Real database servers for tests. A test class asks one of them for an empty place in
/// `@BeforeAll` and closes it in `@AfterAll`; where a server is not to be had the class is skipped,
/// with what is missing.
///
/// | server | what it is | where |
/// | --- | --- | --- |
/// | [PostgresServer] | PostgreSQL 18, without extensions | Linux on x86-64, from Maven |
/// | [TimescaleServer] | TimescaleDB, one session for all | where Node.js is, see `tools/timescale` |
/// | [ExternalServer] | any of both | named by environment variables |
package plumbline.storage.server;

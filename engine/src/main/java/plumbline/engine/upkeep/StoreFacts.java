package plumbline.engine.upkeep;

import java.util.List;

/// What a store is, for people.
///
/// @param kind for example `H2` or `TimescaleDB 2.20.3 on PostgreSQL 15.18`
/// @param place a file, or a server's address without its password
/// @param bytes how large it is
/// @param freeBytes room left on its disk, -1 if that is not known
/// @param lacking what this kind of store should have and this one has not, each with what follows
///   from it
/// @param warnings what was found when it was opened
public record StoreFacts(
        String kind,
        String place,
        long bytes,
        long freeBytes,
        List<String> lacking,
        List<String> warnings) {}

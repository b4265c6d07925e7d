import Foundation

/// Where a workspace is on a PostgreSQL server: a connection URL as libpq reads it, and the schema in the database.
///
/// `postgres://user:password@host/database?schema=acme`; without a schema it is `baton`.
package struct PostgresAddress: Sendable {
    /// What libpq is given: everything but the schema.
    let url: String
    package let schema: String

    /// - Throws: `StoreError.cannotOpen` with what is wrong in it.
    package init(_ text: String) throws {
        guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else {
            throw StoreError.cannotOpen("A database is named as postgres://user@host/database, not as this.")
        }
        let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let fields = halves.count == 2 ? halves[1].split(separator: "&") : []
        let named = fields.last { $0.hasPrefix("schema=") }?.dropFirst("schema=".count)
        let others = fields.filter { !$0.hasPrefix("schema=") }.joined(separator: "&")
        schema = named.map(String.init) ?? "baton"
        url = String(halves[0]) + (others.isEmpty ? "" : "?" + others)
        guard schema.wholeMatch(of: /[a-z_][a-z0-9_]{0,62}/) != nil, !schema.hasPrefix("pg_") else {
            throw StoreError.cannotOpen(
                "The schema of a workspace is named with small letters, digits and _, and not like pg_…: \(schema)"
            )
        }
    }

    /// The address without its password, for messages and logs.
    package var shown: String {
        let bare = url.split(separator: "?").first.map(String.init) ?? url
        let hidden = bare.replacing(/:\/\/([^:@\/]*):[^@]*@/) { "://\($0.1)@" }
        return "\(hidden)?schema=\(schema)"
    }

    /// The key of the lock that whoever writes to the workspace holds (FNV-1a of the schema; locks are a database's own).
    var lockKey: Int64 {
        let hash = schema.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return Int64(bitPattern: hash)
    }
}

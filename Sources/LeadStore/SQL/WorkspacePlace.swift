package import LeadCore

/// Where a workspace is, whichever engine keeps it.
package enum WorkspacePlace: Sendable {
    /// A file.
    case sqlite(String)
    case postgres(PostgresAddress)

    /// Reads `sqlite:data/baton.sqlite` or `postgres://user@host/database?schema=acme`.
    package init(_ text: String) throws {
        if text.hasPrefix("sqlite:") {
            self = .sqlite(String(text.dropFirst("sqlite:".count)))
        } else {
            self = .postgres(try PostgresAddress(text))
        }
    }

    /// For messages and logs: without the password.
    package var shown: String {
        switch self {
        case .sqlite(let path): path
        case .postgres(let address): address.shown
        }
    }

    /// Whether there is a workspace already.
    package func exists() throws -> Bool {
        switch self {
        case .sqlite(let path): WorkspaceFile(path) != nil
        case .postgres(let address): try PostgresDatabase.exists(address)
        }
    }

    package func open(
        durability: Durability = .full,
        clock: @escaping @Sendable () -> Instant
    ) throws -> any Database {
        switch self {
        case .sqlite(let path): try SQLiteDatabase(path: path, durability: durability, clock: clock)
        case .postgres(let address): try PostgresDatabase(address, durability: durability, clock: clock)
        }
    }
}

/// How sure a commit is before it is acknowledged.
package enum Durability: Sendable {
    /// On the disk: survives a power cut.
    case full
    /// With the operating system or the server: for what can be made again, such as a demo world while it is filled.
    case off
}

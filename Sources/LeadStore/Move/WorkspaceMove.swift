import LeadCore

/// A whole workspace from one engine to the other: every row of every table, in one transaction, verified before it is kept.
///
/// Nobody else writes to either end meanwhile.
package struct WorkspaceMove: Sendable {
    /// What was moved of a table, and the number that its rows have at both ends.
    package struct Moved: Sendable {
        package var table: String
        package var rows: Int
        package var hash: String
    }

    private let from: WorkspacePlace
    private let to: WorkspacePlace

    package init(from: WorkspacePlace, to: WorkspacePlace) {
        self.from = from
        self.to = to
    }

    /// - Throws: `StoreError.cannotOpen` with a sentence when there is nothing to move, or something in the way.
    package func run(told: (Moved) -> Void = { _ in }) throws -> [Moved] {
        guard try from.exists() else { throw StoreError.cannotOpen("There is no workspace at \(from.shown).") }
        // Both are brought up to date, so that they have the same tables.
        for place in [from, to] { _ = try place.open { .init(milliseconds: 0) } }
        let catalog = try SchemaCatalog()
        try MoveEnd.run(to, keeps: false) { target in try requireEmpty(target, catalog) }
        return try MoveEnd.run(from, keeps: false) { source in
            try MoveEnd.run(to, keeps: true) { target in
                try requireEmpty(target, catalog)
                let moved = try catalog.tables.map { table in
                    let moved = try TableMove(table: table).run(from: source, to: target)
                    told(moved)
                    return moved
                }
                try rebuildSearch(target)
                return moved
            }
        }
    }

    private func requireEmpty(_ target: any Connection, _ catalog: SchemaCatalog) throws {
        for table in catalog.tables {
            let found = try Snapshot(target).value("SELECT 1 FROM \(raw: table.name) LIMIT 1") as Int?
            guard found == nil else {
                throw StoreError.cannotOpen("There is a workspace at \(to.shown) already. Name a place that has none.")
            }
        }
    }

    private func rebuildSearch(_ target: any Connection) throws {
        guard target.dialect == .sqlite else { return }
        try target.run("INSERT INTO lead_search (lead_search) VALUES ('rebuild')")
    }
}

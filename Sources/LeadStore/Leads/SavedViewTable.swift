package import LeadCore

/// A question about leads that a person keeps by name.
package struct SavedView: Sendable {
    package typealias ID = Identifier<SavedView>

    package var id: ID
    package var name: String
    /// The page's query string, as in `status=open&sort=due`.
    package var query: String

    package init(id: ID, name: String, query: String) {
        self.id = id
        self.name = name
        self.query = query
    }
}

extension Snapshot {
    package func savedViews(of user: User.ID, page: String) throws -> [SavedView] {
        try all(
            "SELECT id, name, query FROM saved_views WHERE user_id = \(user) AND page = \(page) ORDER BY LOWER(name), id"
        ) { row in SavedView(id: try row.next(), name: try row.next(), query: try row.next()) }
    }
}

extension Transaction {
    /// A view of the same name is replaced.
    package func save(_ view: SavedView, of user: User.ID, page: String) throws {
        try run(
            """
            INSERT INTO saved_views (id, user_id, page, name, query)
            VALUES (\(view.id), \(user), \(page), \(view.name), \(view.query))
            ON CONFLICT (user_id, page, name) DO UPDATE SET query = excluded.query
            """
        )
    }

    /// False when the person has no such view.
    package func deleteView(_ id: SavedView.ID, of user: User.ID) throws -> Bool {
        try run("DELETE FROM saved_views WHERE id = \(id) AND user_id = \(user)") == 1
    }
}

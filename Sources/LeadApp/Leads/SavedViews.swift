package import LeadCore
package import LeadStore

/// Keeps a list's present question under a name, for the person who asks it.
package struct SaveView: Command {
    package static let name = "save_view"
    package static let permission = Permission.workLeads
    /// The page that lead views belong to.
    static let page = "leads"
    static let limit = 30

    package var viewName: String
    package var query: String

    package init(name: String, query: String) {
        viewName = name
        self.query = query
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        let user = try desk.access.person()
        guard let name = viewName.trimmed, name.count <= 40 else {
            throw Refusal.invalid("/name", "Give the view a name of 1 to 40 characters.")
        }
        guard query.utf8.count <= 2000 else { throw Refusal.invalid("/query", "This question is too long to keep.") }
        guard try tx.read.savedViews(of: user, page: Self.page).count < Self.limit else {
            throw Refusal(.conflict, "too_many_views", "You have \(Self.limit) views already. Delete one first.")
        }
        try tx.save(SavedView(id: tx.newID(), name: name, query: query), of: user, page: Self.page)
        return Done()
    }
}

/// Forgets one of one's own views.
package struct DeleteView: Command {
    package static let name = "delete_view"
    package static let permission = Permission.workLeads

    package var view: SavedView.ID

    package init(view: SavedView.ID) {
        self.view = view
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard try tx.deleteView(view, of: desk.access.person()) else { throw Refusal.notFound("view") }
        return Done()
    }
}

/// The views that the actor keeps, by name.
package struct SavedViews: Query {
    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [SavedView] {
        guard let user = desk.access.actor.user else { return [] }
        return try snapshot.savedViews(of: user, page: SaveView.page)
    }
}

extension Access {
    /// The person behind the actor, for what only people have.
    func person() throws(Refusal) -> User.ID {
        guard let user = actor.user else {
            throw Refusal(.forbidden, "not_permitted", "Only a person can do this.")
        }
        return user
    }
}

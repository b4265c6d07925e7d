import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Saved views")
struct SavedViewsTests {
    @Test("A view is its owner's alone, is replaced under the same name, and can be deleted by nobody else")
    func life() async throws {
        let place = try await Workplace()
        let ann = Workplace.actor(Workplace.ann)
        let ben = Workplace.actor(Workplace.ben)
        try await place.app.perform(SaveView(name: " Hot ones ", query: "grade=hot"), as: ann)
        try await place.app.perform(SaveView(name: "Hot ones", query: "grade=hot&sort=due"), as: ann)

        let views = try await place.app.fetch(SavedViews(), as: ann)
        #expect(views.map(\.name) == ["Hot ones"])
        #expect(views.map(\.query) == ["grade=hot&sort=due"])
        #expect(try await place.app.fetch(SavedViews(), as: ben).isEmpty)

        let view = try #require(views.first)
        await #expect(throws: Refusal.notFound("view")) {
            try await place.app.perform(DeleteView(view: view.id), as: ben)
        }
        try await place.app.perform(DeleteView(view: view.id), as: ann)
        #expect(try await place.app.fetch(SavedViews(), as: ann).isEmpty)
    }

    @Test("A view needs a name", arguments: ["", "   ", String(repeating: "x", count: 41)])
    func names(name: String) async throws {
        let place = try await Workplace()
        await #expect(throws: Refusal.self) {
            try await place.app.perform(SaveView(name: name, query: ""), as: Workplace.actor(Workplace.ann))
        }
    }
}

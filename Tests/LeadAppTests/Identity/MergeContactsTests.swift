import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Two records of one person")
struct MergeContactsTests {
    /// Two records of one woman, each with a lead of its own and a response to a campaign.
    private struct Scene {
        var place: Workplace
        var grace: Contact.ID
        var gracie: Contact.ID
        var lead: Lead.ID
        var other: Lead.ID
    }

    private func scene() async throws -> Scene {
        let place = try await Workplace()
        _ = try await place.app.perform(SaveCampaign(name: "Fair"), as: .system)
        let lead = try await place.lead {
            $0.campaign = "Fair"
            $0.event = "Day one"
            $0.title = "Captain"
        }
        let other = try await place.lead {
            $0.name = "Gracie Hopper"
            $0.email = "gracie@home.example"
            $0.phone = "+49 171 5550199"
            $0.title = "Programmer"
            $0.company = "Home Ltd"
            $0.campaign = "Fair"
            $0.event = "Day one"
        }
        return Scene(
            place: place,
            grace: try await Self.person(lead, place),
            gracie: try await Self.person(other, place),
            lead: lead,
            other: other
        )
    }

    private static func person(_ lead: Lead.ID, _ place: Workplace) async throws -> Contact.ID {
        try #require(try await place.detail(lead).people.first).contact.id
    }

    private func merge(_ scene: Scene, take: Set<MergeContacts.Field> = []) async throws {
        try await scene.place.app.perform(
            MergeContacts(survivor: scene.grace, merged: scene.gracie, take: take),
            as: Workplace.boss
        )
    }

    private func undo(_ scene: Scene) async throws {
        try await scene.place.app.perform(UndoContactMerge(merged: scene.gracie), as: Workplace.boss)
    }

    @Test("B1, B5: the survivor stands on all leads with the chosen fields; each campaign counts what it counted")
    func merges() async throws {
        let scene = try await scene()
        let responses = try await scene.place.responses()
        try await merge(scene, take: [.title])
        try await merge(scene, take: [.title])
        let people = try await scene.place.detail(scene.other).people
        #expect(people.map(\.contact.id) == [scene.grace])
        let grace = try #require(people.first).contact
        #expect((grace.name, grace.email) == ("Grace Hopper", "grace@navy.example"))
        #expect((grace.title, grace.phone) == ("Programmer", "+491715550199"))
        #expect(try await scene.place.detail(scene.other).row.name == "Grace Hopper")
        #expect(try await scene.place.responses() == responses)
        #expect(try await scene.place.check().holds)
    }

    @Test("B1: who writes from either address is the same person, and the same event counts once")
    func recognised() async throws {
        let scene = try await scene()
        try await merge(scene)
        let before = try await scene.place.responses().count
        let joined = try await scene.place.capture {
            $0.name = "Gracie Hopper"
            $0.email = "gracie@home.example"
            $0.company = "Home Ltd"
            $0.campaign = "Fair"
            $0.event = "Day one"
        }
        #expect(joined.contact == scene.grace)
        #expect(try await scene.place.responses().count == before)
        #expect(try await scene.place.check().holds)
    }

    @Test("B3: on a lead where both are, one is left, in the part that weighs more; undo gives both their own parts")
    func stronger() async throws {
        let scene = try await scene()
        var gracie = Inquiry()
        gracie.name = "Gracie Hopper"
        gracie.email = "gracie@home.example"
        try await scene.place.app.perform(
            LinkContact(lead: scene.lead, person: gracie, role: .decisionMaker),
            as: Workplace.boss
        )
        let before = try await roles(scene)
        try await merge(scene)
        #expect(try await roles(scene).map(\.role) == [.decisionMaker])
        try await undo(scene)
        #expect(try await roles(scene) == before)
    }

    private struct Part: Hashable {
        var contact: Contact.ID
        var role: ContactRole
    }

    private func roles(_ scene: Scene) async throws -> [Part] {
        try await scene.place.detail(scene.lead).people.map { Part(contact: $0.contact.id, role: $0.role) }
    }

    @Test("X5: undo makes both people, their leads and deals exactly what they were")
    func exact() async throws {
        let scene = try await scene()
        try await scene.place.qualify(scene.other)
        let deal = try await scene.place.app.perform(
            ConvertLeads(leads: [scene.other], name: "Compiler", owner: Workplace.fay),
            as: Workplace.boss
        ).opportunity
        let before = try await state(scene)
        try await merge(scene, take: Set(MergeContacts.Field.allCases))
        #expect(try await state(scene) != before)
        let people = try await scene.place.app.database.read { snapshot in
            try snapshot.all("SELECT contact_id FROM opportunity_contacts WHERE opportunity_id = \(deal)") { row in
                try row.next() as Contact.ID
            }
        }
        #expect(people == [scene.grace])
        #expect(try await scene.place.check().holds)
        try await undo(scene)
        #expect(try await state(scene) == before)
        #expect(try await scene.place.detail(scene.other).row.name == "Gracie Hopper")
        #expect(try await scene.place.check().holds)
        var filter = LeadFilter()
        filter.text = "gracie@home"
        let found = try await scene.place.app.fetch(LeadList(filter), as: Workplace.boss).rows.map(\.id)
        #expect(found == [scene.other])
    }

    private func state(_ scene: Scene) async throws -> ContactMergeState? {
        try await scene.place.app.database.read { try $0.mergeState(of: scene.grace, scene.gracie) }
    }

    @Test("X5: undo is refused too late, and once either was touched or answered again")
    func refusedUndo() async throws {
        let late = try await scene()
        try await merge(late)
        late.place.advance(.days(15))
        await #expect { try await undo(late) } throws: { code($0) == "undo_too_late" }
        let touched = try await scene()
        try await merge(touched)
        try await touched.place.app.perform(
            MoveContact(contact: touched.grace, company: "Remington", withLeads: false),
            as: Workplace.boss
        )
        await #expect { try await undo(touched) } throws: { code($0) == "contact_touched" }
        let answered = try await scene()
        try await merge(answered)
        try await answered.place.capture { $0.event = "Day two" }
        await #expect { try await undo(answered) } throws: { code($0) == "contact_touched" }
        let never = try await scene()
        await #expect { try await undo(never) } throws: { code($0) == "contact_not_merged" }
    }

    @Test("B1: nobody is merged with themselves, twice into two, when erased, or unseen")
    func refusals() async throws {
        let scene = try await scene()
        let app = scene.place.app
        await #expect {
            try await app.perform(MergeContacts(survivor: scene.grace, merged: scene.grace), as: Workplace.boss)
        } throws: { code($0) == "invalid_input" }
        await #expect {
            try await app.perform(
                MergeContacts(survivor: scene.grace, merged: scene.gracie),
                as: Workplace.actor(Workplace.fay)
            )
        } throws: { code($0) == "not_found" }
        let third = try await Self.person(scene.place.lead("Ada Lovelace", "Engine"), scene.place)
        try await merge(scene)
        await #expect {
            try await app.perform(MergeContacts(survivor: third, merged: scene.gracie), as: Workplace.boss)
        } throws: { code($0) == "contact_merged" }
        let administrator = Actor(user: Workplace.manager, role: .administrator)
        try await app.perform(ErasePerson(contact: scene.grace, confirmation: "Grace Hopper"), as: administrator)
        await #expect {
            try await app.perform(MergeContacts(survivor: third, merged: scene.grace), as: Workplace.boss)
        } throws: { code($0) == "contact_erased" }
        await #expect { try await undo(scene) } throws: { code($0) == "contact_not_merged" }
        let names = try await app.database.read { snapshot in
            try snapshot.all("SELECT name FROM contacts ORDER BY name") { row in try row.next() as String }
        }
        #expect(names == ["Ada Lovelace", "Erased person", "Erased person"], "both records of her are erased")
    }

    @Test("B1: candidates share a name or key, or match what is searched; the merged and the erased are none")
    func candidates() async throws {
        let scene = try await scene()
        func found(_ text: String?) async throws -> [Contact.ID] {
            try await scene.place.app.fetch(ContactCandidates(contact: scene.grace, text: text), as: Workplace.boss)
                .map(\.contact.id)
        }
        #expect(try await found(nil).isEmpty)
        #expect(try await found("GRACIE@") == [scene.gracie])
        #expect(try await found("100%").isEmpty)
        try await scene.place.app.database.write(as: .system) { tx in
            try tx.addKey("grace@navy.example", kind: "email", to: scene.gracie)
        }
        #expect(try await found(nil) == [scene.gracie])
        try await merge(scene)
        #expect(try await found(nil).isEmpty)
    }
}

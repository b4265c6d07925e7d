import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("People on a lead")
struct PeopleOnLeadTests {
    @Test("B2: who is taken off a lead is its face no longer, and nobody finds it by them")
    func face() async throws {
        let place = try await Workplace()
        let id = try await place.lead()
        let grace = try #require(try await place.detail(id).people.first?.contact.id)
        for name in ["Jean Bartik", "Betty Holberton"] {
            place.advance(.minutes(1))
            var person = Inquiry()
            person.name = name
            person.email = "\(name.split(separator: " ")[0].lowercased())@navy.example"
            try await place.app.perform(LinkContact(lead: id, person: person, role: .influencer), as: .system)
        }
        try await place.app.perform(UnlinkContact(lead: id, contact: grace), as: .system)
        let detail = try await place.detail(id)
        #expect(detail.people.map(\.contact.name) == ["Jean Bartik", "Betty Holberton"])
        #expect(detail.row.name == "Jean Bartik")
        #expect(try await found("Grace", place) == [])
        #expect(try await found("grace@navy", place) == [])
        for text in ["Bartik", "betty@navy", "Navy Ltd"] { #expect(try await found(text, place) == [id]) }
        let betty = try #require(detail.people.last?.contact.id)
        try await place.app.perform(UnlinkContact(lead: id, contact: betty), as: .system)
        #expect(try await place.detail(id).row.name == "Jean Bartik")
        #expect(try await place.check().holds)
    }

    @Test("G1: a note beside declining, rejecting, recycling and losing is on the timeline; an empty one is not")
    func notes() async throws {
        let place = try await Workplace()
        let manager = Workplace.actor(Workplace.manager)
        let declined = try await accepted("A", place, accepts: false)
        try await place.app.perform(DeclineLead(lead: declined, reason: "Too small", note: "Call in May"), as: manager)
        let lost = try await accepted("B", place, accepts: true)
        try await place.app.perform(LoseLead(lead: lost, reason: "Price", note: "Acme won"), as: manager)
        let rejected = try await place.lead { $0.company = "C" }
        try await place.app.perform(RejectLead(lead: rejected, reason: "Spam", note: " "), as: manager)
        let recycled = try await place.lead { $0.company = "D" }
        try await place.app.perform(
            RecycleLead(lead: recycled, reason: "Not now, later", wakeAt: place.now + .days(9), note: "Budget in Q3"),
            as: manager
        )
        let expected: [(Lead.ID, [String])] = [
            (declined, ["Call in May"]), (lost, ["Acme won"]), (rejected, []), (recycled, ["Budget in Q3"]),
        ]
        for (lead, texts) in expected {
            let notes = try await place.detail(lead).activities.filter { $0.channel == "note" }
            #expect(notes.compactMap(\.note) == texts)
            #expect(notes.allSatisfy { $0.by == Workplace.manager && !$0.inbound })
        }
    }

    private func accepted(_ company: String, _ place: Workplace, accepts: Bool) async throws -> Lead.ID {
        let id = try await place.lead {
            $0.company = company
            $0.email = "\(company)@x.example"
        }
        let levels: [String: Level] = ["need": .high, "urgency": .medium, "fit": .medium]
        try await place.app.perform(QualifyLead(lead: id, levels: levels, conclude: true), as: .system)
        try await place.app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: .system)
        if accepts { try await place.app.perform(AcceptLead(lead: id), as: Workplace.actor(Workplace.fay)) }
        return id
    }

    private func found(_ text: String, _ place: Workplace) async throws -> [Lead.ID] {
        var filter = LeadFilter()
        filter.text = text
        return try await place.app.fetch(LeadList(filter), as: .system).rows.map(\.id)
    }
}

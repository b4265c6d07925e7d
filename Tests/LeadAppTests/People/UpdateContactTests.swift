import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("People who are set right")
struct UpdateContactTests {
    private func person(_ lead: Lead.ID, _ place: Workplace) async throws -> ContactRecord {
        try #require(try await place.detail(lead).people.first).contact
    }

    private func found(_ text: String, _ place: Workplace) async throws -> [Lead.ID] {
        var filter = LeadFilter()
        filter.text = text
        return try await place.app.fetch(LeadList(filter), as: .system).rows.map(\.id)
    }

    @Test("A3: a wrong address and name are set right everywhere, and the person is found by what is right alone")
    func setsRight() async throws {
        let place = try await Workplace()
        let lead = try await place.lead {
            $0.name = "Grase Hoper"
            $0.email = "grase@navy.example"
            $0.phone = "030 901820"
        }
        var update = UpdateContact(contact: try await person(lead, place).id)
        update.fullName = "Grace Hopper"
        update.email = "Grace@Navy.example"
        update.phone = "030 901821"
        update.doNotCall = true
        let outcome = try await place.app.perform(update, as: Workplace.actor(Workplace.manager))
        #expect(outcome.changed == ["name", "email", "phone", "doNotCall"])
        let now = try await person(lead, place)
        #expect(now.name == "Grace Hopper" && now.email == "grace@navy.example")
        #expect(now.phone == "+4930901821" && now.doNotCall)
        #expect(try await found("grase@", place).isEmpty)
        #expect(try await found("901820", place).isEmpty)
        #expect(try await found("grace@navy", place) == [lead])
        let same = try await place.capture { $0.name = "G. Hopper" }
        #expect(same.lead == lead, "the right address is theirs")
        let other = try await place.capture {
            $0.name = "Somebody New"
            $0.email = "grase@navy.example"
            $0.company = "Elsewhere"
        }
        #expect(other.contact != same.contact, "the wrong address is nobody's any more")
        #expect(try await place.check().holds)
    }

    @Test("A3: the ledger and the audit say which facts were changed, never the values")
    func tellsNoValues() async throws {
        let place = try await Workplace()
        let lead = try await place.lead()
        var update = UpdateContact(contact: try await person(lead, place).id)
        update.email = "secret@navy.example"
        try await place.app.perform(update, as: Workplace.actor(Workplace.manager))
        guard case .contactChanged(let change)? = try await place.detail(lead).events.last?.event else {
            Issue.record("nothing was told")
            return
        }
        #expect(change.contact == update.contact && change.facts == ["email"])
        let texts = try await place.app.database.read { snapshot in
            try snapshot.all("SELECT details FROM ledger") { row in try row.next() as String }
        }
        #expect(!texts.contains { $0.contains("secret") })
        let audit = try await place.app.fetch(AuditList(), as: .system)
        #expect(audit.lines.contains { $0.command == "update_contact" && $0.subject == "contact:\(update.contact)" })
        try await place.app.perform(update, as: Workplace.actor(Workplace.manager))
        #expect(try await place.detail(lead).events.count { $0.event.kind == .contactChanged } == 1, "done twice")
    }

    @Test("B1: an address of somebody else is refused, and named only to those who may see whose it is")
    func belongsToAnother() async throws {
        let place = try await Workplace()
        let own = try await place.lead()
        _ = try await place.lead {
            $0.name = "Otto Other"
            $0.email = "otto@other.example"
            $0.company = "Other"
        }
        try await place.app.perform(AssignLead(lead: own, to: .person(Workplace.fay), reason: "Test"), as: .system)
        var update = UpdateContact(contact: try await person(own, place).id)
        update.email = "otto@other.example"
        let change = update
        for (actor, isNamed) in [(Workplace.actor(Workplace.manager), true), (Workplace.actor(Workplace.fay), false)] {
            await #expect {
                try await place.app.perform(change, as: actor)
            } throws: { error in
                code(error) == "contact_known" && "\(error)".contains("Otto Other") == isNamed
            }
        }
        #expect(try await person(own, place).email == "grace@navy.example")
    }

    @Test("E5: whoever sees no lead of theirs cannot change a person, and texts that are no address are refused")
    func access() async throws {
        let place = try await Workplace()
        let lead = try await place.lead()
        var update = UpdateContact(contact: try await person(lead, place).id)
        update.title = "Admiral"
        let change = update
        await #expect {
            try await place.app.perform(change, as: Workplace.actor(Workplace.fay))
        } throws: { code($0) == "not_found" }
        let boss = Workplace.actor(Workplace.manager)
        let wrong: [(String, (inout UpdateContact) -> Void)] = [
            ("/email", { $0.email = "grace at navy" }), ("/phone", { $0.phone = "ask reception" }),
            ("/name", { $0.fullName = "  " }), ("/city", { $0.city = String(repeating: "x", count: 201) }),
        ]
        for (pointer, edit) in wrong {
            var faulty = UpdateContact(contact: update.contact)
            edit(&faulty)
            let command = faulty
            await #expect {
                try await place.app.perform(command, as: boss)
            } throws: { ($0 as? Refusal)?.issues.map(\.pointer) == [pointer] }
        }
    }

    @Test("A7: clearing the only way to reach somebody flags the lead, and giving one takes the flag away")
    func gaps() async throws {
        let place = try await Workplace()
        let lead = try await place.lead()
        var update = UpdateContact(contact: try await person(lead, place).id)
        update.email = ""
        try await place.app.perform(update, as: Workplace.actor(Workplace.manager))
        #expect(try await place.detail(lead).row.incomplete == ["way_to_reach"])
        update.email = "grace@navy.example"
        try await place.app.perform(update, as: Workplace.actor(Workplace.manager))
        #expect(try await place.detail(lead).row.incomplete.isEmpty)
    }

    @Test("B5: a merged lead's person set right is found on the survivor, and on the merged lead once it is undone")
    func merged() async throws {
        let place = try await Workplace()
        let boss = Workplace.actor(Workplace.manager)
        let (survivor, merged) = (
            try await place.lead(),
            try await place.lead {
                $0.name = "Jean Bartik"
                $0.email = "jean@eniac.example"
                $0.company = "Eniac"
            }
        )
        let jean = try await person(merged, place).id
        try await place.app.perform(MergeLeads(survivor: survivor, merged: [merged], otherAccounts: true), as: boss)
        var update = UpdateContact(contact: jean)
        update.email = "jb@eniac.example"
        try await place.app.perform(update, as: boss)
        #expect(try await found("jb@eniac", place) == [survivor])
        #expect(try await found("jean@eniac", place).isEmpty)
        try await place.app.perform(UndoMerge(lead: merged), as: boss)
        #expect(try await found("jb@eniac", place) == [merged])
    }
}

import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Capture")
struct CaptureTests {
    @Test("A3, F1: a captured lead has an owner, a next step and a running clock at once")
    func custody() async throws {
        let workplace = try await Workplace()
        let captured = try await workplace.capture()
        #expect(captured.outcome == .newLead)
        let detail = try await workplace.detail(try #require(captured.lead))
        #expect(detail.lead.owner == .person(Workplace.ann))
        #expect(detail.lead.nextStep?.what == "First contact")
        #expect(detail.lead.clocks.map(\.kind) == [.firstResponse])
        #expect(detail.lead.custodyGaps.isEmpty)
        // 10:00 on a Wednesday, four working hours of 09:00–17:00 later.
        #expect(detail.lead.clocks.first?.dueAt == Workplace.start + .hours(4))
        #expect(try await workplace.check().holds)
    }

    @Test("E1, E3: leads go round the pool in turn, and never to somebody who is away")
    func rotation() async throws {
        let workplace = try await Workplace()
        var owners: [Owner] = []
        for n in 0..<4 {
            let id = try await workplace.lead {
                $0.email = "p\(n)@x\(n).example"
                $0.company = "X\(n)"
                $0.name = "P \(n)"
            }
            owners.append(try await workplace.detail(id).lead.owner)
        }
        #expect(
            owners == [.person(Workplace.ann), .person(Workplace.ben), .person(Workplace.ann), .person(Workplace.ben)]
        )
        try await workplace.app.database.write(as: .system) { tx in
            var ann = try #require(try tx.read.user(Workplace.ann))
            ann.awayUntil = tx.now + .days(1)
            try tx.save(ann)
        }
        let id = try await workplace.lead {
            $0.email = "late@y.example"
            $0.company = "Y"
            $0.name = "Late"
        }
        #expect(try await workplace.detail(id).lead.owner == .person(Workplace.ben))
    }

    @Test("E5: whoever enters a lead may hold it; giving it to another needs the right to reassign")
    func owner() async throws {
        let workplace = try await Workplace()
        func enter(for owner: User.ID, by actor: User.ID) async throws -> Captured {
            var inquiry = Inquiry()
            (inquiry.name, inquiry.source, inquiry.owner) = ("Theo", "Web form", "\(owner)")
            let lead = CaptureLead(raw: [], contentType: "text/plain", channel: .page, inquiry: inquiry)
            return try await workplace.app.perform(lead, as: Workplace.actor(actor))
        }
        for (owner, actor) in [(Workplace.ben, Workplace.ben), (Workplace.ann, Workplace.manager)] {
            let lead = try #require(try await enter(for: owner, by: actor).lead)
            let detail = try await workplace.detail(lead)
            #expect(detail.lead.owner == .person(owner))
        }
        await #expect {
            _ = try await enter(for: Workplace.ann, by: Workplace.ben)
        } throws: { ($0 as? Refusal)?.code == "not_permitted" }
    }

    @Test("A7: everything that is wrong with an inquiry is said at once")
    func faults() async throws {
        let workplace = try await Workplace()
        let refused = try await workplace.capture {
            $0.email = "nonsense"
            $0.source = "Nowhere"
            $0.campaign = "None such"
            $0.productClass = "Nothing"
            $0.fields = ["colour": "red"]
            $0.occurredAt = workplace.now + .days(1)
        }
        #expect(refused.outcome == .rejected)
        let pointers = try #require(refused.refusal).issues.map(\.pointer)
        #expect(
            Set(pointers) == [
                "/email", "/source", "/campaign", "/productClass", "/fields/colour", "/occurredAt",
            ]
        )
        #expect(pointers.count == 6)
    }

    @Test("B1, B5: a second inquiry about the same class joins the open lead as a new response")
    func join() async throws {
        let workplace = try await Workplace()
        let first = try await workplace.capture { $0.event = "fair" }
        let second = try await workplace.capture {
            $0.event = "webinar"
            $0.email = "GRACE@navy.example "
        }
        #expect(second.outcome == .joined)
        #expect(second.lead == first.lead)
        let detail = try await workplace.detail(try #require(first.lead))
        #expect(detail.responses.count == 2)
        #expect(detail.people.count == 1)
        // The same event again is the same response.
        try await workplace.capture { $0.event = "fair" }
        #expect(try await workplace.detail(try #require(first.lead)).responses.count == 2)
        #expect(try await workplace.check().holds)
    }

    @Test("B2: a colleague of the same company joins as another person on the lead")
    func colleague() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        let second = try await workplace.capture {
            $0.name = "Howard Aiken"
            $0.email = "howard@navy.example"
        }
        #expect(second.lead == id)
        #expect(try await workplace.detail(id).people.map(\.contact.name).sorted() == ["Grace Hopper", "Howard Aiken"])
    }

    @Test("A4: a contact alone is not a lead")
    func contactOnly() async throws {
        let workplace = try await Workplace()
        let captured = try await workplace.capture { $0.contactOnly = true }
        #expect(captured.outcome == .contactOnly)
        #expect(captured.lead == nil)
        let list = try await workplace.app.fetch(LeadList(LeadFilter()), as: .system)
        #expect(list.rows.isEmpty)
    }

    @Test("A1: a source is mandatory and one of the known; what was refused is kept and the books balance")
    func sourceMandatory() async throws {
        let workplace = try await Workplace()
        let without = try await workplace.capture { $0.source = nil }
        let unknown = try await workplace.capture { $0.source = "Gossip" }
        #expect(without.outcome == .rejected)
        #expect(unknown.refusal?.issues.first?.pointer == "/source")
        let check = try await workplace.check()
        #expect(check.holds)
        #expect(check.books.reduce(0) { $0 + $1.rejected } == 2)
    }

    @Test("A7: an incomplete lead is flagged, not refused")
    func incomplete() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead {
            $0.email = nil
            $0.company = nil
        }
        #expect(try await workplace.detail(id).row.incomplete == ["way_to_reach", "company"])
    }

    @Test("X16: the same source id twice has the effect of one")
    func sourceID() async throws {
        let workplace = try await Workplace()
        let first = try await workplace.capture { $0.externalID = "meta-1" }
        let again = try await workplace.capture { $0.externalID = "meta-1" }
        #expect(again.wasKnown)
        #expect(again.lead == first.lead)
        #expect(again.submission == first.submission)
    }

    @Test("An idempotency key answers the same again, and refuses another request")
    func idempotencyKey() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        let command = LogAttempt(lead: id, attempt: Attempt(channel: .phone, outcome: .noAnswer))
        let actor = Workplace.actor(Workplace.ann)
        let first = try await workplace.app.perform(command, as: actor, key: "k1")
        let again = try await workplace.app.perform(command, as: actor, key: "k1")
        #expect(first == again)
        #expect(try await workplace.detail(id).lead.attempts == 1)
        let other = LogAttempt(lead: id, attempt: Attempt(channel: .email, outcome: .sent))
        await #expect { try await workplace.app.perform(other, as: actor, key: "k1") } throws: {
            ($0 as? Refusal)?.code == "idempotency_key_reused"
        }
    }
}

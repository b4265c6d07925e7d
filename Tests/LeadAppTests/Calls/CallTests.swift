import LeadApp
import LeadCore
import LeadInsight
import LeadStore
import Testing

@Suite("Call mode")
struct CallTests {
    private let ann = Workplace.actor(Workplace.ann)

    private func mine(_ place: Workplace, _ name: String = "Grace Hopper", value: Int64? = nil) async throws -> Lead.ID
    {
        let lead = try await place.lead {
            $0.name = name
            $0.email = "\(name.lowercased().filter { $0.isLetter })@navy.example"
            $0.company = "\(name) Ltd"
            $0.phone = "+49 30 123456"
            $0.value = value.map { Money(minor: $0, currency: "EUR") }
        }
        try await place.app.perform(
            AssignLead(lead: lead, to: .person(Workplace.ann), reason: "Hers"),
            as: Workplace.actor(Workplace.manager)
        )
        place.advance(.minutes(1))
        return lead
    }

    @Test("C8: one call brings attempt, levels with evidence and author, fields, note and next step at once")
    func recorded() async throws {
        let place = try await Workplace()
        var body = PolicyBody.standard
        body.process.fields = [FieldDefinition(key: "machines", label: "Machines", kind: .number)]
        var calls = CallPolicy.standard
        calls.scripts[0].questions.append(.init(key: "machines", text: "How many machines?", fills: .field("machines")))
        body.calls = calls
        try await place.app.perform(SetPolicy(body: body), as: .system)
        let lead = try await mine(place)
        let due = place.now + .hours(20)
        try await place.app.perform(
            RecordCall(
                lead: lead,
                outcome: .reached,
                seconds: 200,
                note: "Friendly",
                answers: [
                    CallAnswer(question: "need", answer: "problem", text: "Stands still"),
                    CallAnswer(question: "machines", text: "12"),
                    CallAnswer(question: "wishes", text: "A demo"),
                ],
                next: NextStep(what: "Demo", dueAt: due)
            ),
            as: ann
        )
        let detail = try await place.detail(lead)
        #expect(detail.lead.qualification.levels == [.need: .high])
        #expect(detail.evidence.first?.text == "A problem that costs them something today: Stands still")
        #expect(detail.evidence.first?.by == Workplace.ann)
        #expect(detail.fields.map(\.value) == [.number(120_000)])
        #expect(detail.lead.nextStep == NextStep(what: "Demo", dueAt: due))
        let note = detail.activities.last?.note
        #expect(note == "Friendly\nWhat should our colleague prepare for the next talk? A demo")
        #expect(try await place.check().holds)
        let refusal = await #expect(throws: Refusal.self) {
            try await place.app.perform(
                RecordCall(lead: lead, outcome: .reached, answers: [.init(question: "machines", text: "some")]),
                as: ann
            )
        }
        #expect(refusal?.issues.map(\.pointer) == ["/answers/machines"])
        #expect(try await place.detail(lead).lead.attempts == 1)
    }

    @Test("C8: what a call that ended early brought stands for the next caller")
    func partial() async throws {
        let place = try await Workplace()
        let lead = try await mine(place)
        try await place.app.perform(
            RecordCall(lead: lead, outcome: .callBack, answers: [.init(question: "need", answer: "plan")]),
            as: ann
        )
        let sheet = try await place.app.fetch(CallSheet(lead: lead), as: ann)
        #expect(sheet.answers == [CallAnswer(question: "need", answer: "plan")])
        try await place.app.perform(
            RecordCall(lead: lead, outcome: .reached, answers: [.init(question: "urgency", answer: "now")]),
            as: ann
        )
        #expect(try await place.detail(lead).lead.qualification.levels == [.need: .medium, .urgency: .high])
    }

    @Test("F10: an undone call takes back state, stays, clocks, evidence, fields and answers")
    func undone() async throws {
        let place = try await Workplace()
        let lead = try await mine(place)
        try await place.app.perform(
            QualifyLead(lead: lead, levels: ["need": .low], evidence: ["need": "Only looking"]),
            as: ann
        )
        place.advance(.minutes(1))
        let before = try await place.detail(lead)
        try await place.app.perform(
            RecordCall(lead: lead, outcome: .reached, answers: [.init(question: "need", answer: "problem")]),
            as: ann
        )
        place.advance(.minutes(5))
        let other = await #expect(throws: Refusal.self) {
            try await place.app.perform(UndoLastAct(lead: lead), as: Workplace.actor(Workplace.manager))
        }
        #expect(other?.code == "not_own_act")
        try await place.app.perform(UndoLastAct(lead: lead), as: ann)
        let after = try await place.detail(lead)
        var old = before.lead
        old.version = after.lead.version
        old.lastAt = after.lead.lastAt
        #expect(old == after.lead)
        #expect(after.stays == before.stays)
        #expect(after.evidence.map(\.text) == before.evidence.map(\.text))
        #expect(try await place.app.fetch(CallSheet(lead: lead), as: ann).answers.isEmpty)
        #expect(try await place.check().holds)
    }

    @Test("F10, B5: after a merge, an undone call and an undone merge the survivor is what it was alone")
    func undoneAfterMerge() async throws {
        let place = try await Workplace()
        let boss = Workplace.actor(Workplace.manager)
        let (lead, other) = (try await mine(place), try await mine(place, "Jean Bartik"))
        try await place.app.perform(
            LogAttempt(lead: other, attempt: Attempt(channel: .phone, outcome: .busy)),
            as: ann
        )
        place.advance(.minutes(1))
        try await place.app.perform(MergeLeads(survivor: lead, merged: [other], otherAccounts: true), as: boss)
        place.advance(.minutes(1))
        #expect(try await place.detail(lead).lead.attempts == 1)
        try await place.app.perform(RecordCall(lead: lead, outcome: .noAnswer), as: ann)
        place.advance(.minutes(1))
        try await place.app.perform(UndoLastAct(lead: lead), as: ann)
        place.advance(.minutes(1))
        #expect(try await place.detail(lead).lead.attempts == 1)
        try await place.app.perform(UndoMerge(lead: other), as: boss)
        #expect(try await place.detail(lead).lead.attempts == 0)
        #expect(try await place.detail(other).lead.attempts == 1)
        #expect(try await place.check().holds)
    }

    @Test("F10: an undone first attempt lets the first-response clock run on, and the timer still keeps it")
    func undoneAttempt() async throws {
        let place = try await Workplace()
        let lead = try await mine(place)
        let before = try await place.detail(lead).lead
        try await place.app.perform(
            LogAttempt(lead: lead, attempt: Attempt(channel: .phone, outcome: .noAnswer)),
            as: ann
        )
        place.advance(.minutes(2))
        try await place.app.perform(UndoLastAct(lead: lead), as: ann)
        #expect(try await place.detail(lead).lead.clocks == before.clocks)
        place.advance(.days(1))
        try await place.app.perform(BreachDueClocks(), as: .system)
        #expect(try await place.detail(lead).lead.clocks.first?.breachedAt != nil)
        #expect(try await place.check().holds)
    }

    @Test(
        "X10, C7: the next lead is the dearest, a skipped one comes back after its time, and for others it never went"
    )
    func next() async throws {
        let place = try await Workplace()
        let small = try await mine(place, "Sue Small", value: 100_000)
        let big = try await mine(place, "Bea Big", value: 9_000_000)
        func queue(_ user: Actor) async throws -> [Lead.ID] {
            try await place.app.fetch(WorkList(calls: true), as: user).entries.map(\.row.id)
        }
        #expect(try await queue(ann) == [big, small])
        try await place.app.perform(SkipLead(lead: big, reason: "I must prepare first"), as: ann)
        #expect(try await queue(ann) == [small])
        #expect(try await place.app.fetch(WorkList(), as: ann).entries.map(\.row.id) == [big, small])
        place.advance(.minutes(1))
        try await place.app.perform(UndoLastAct(lead: big), as: ann)
        #expect(try await queue(ann) == [big, small])
        try await place.app.perform(SkipLead(lead: big, reason: "I must prepare first"), as: ann)
        place.advance(.minutes(121))
        #expect(try await queue(ann).contains(big))
        #expect(try await place.check().holds)
    }

    @Test("C7: who has no number, or asked not to be called, is not called")
    func uncallable() async throws {
        let place = try await Workplace()
        let lead = try await place.lead()
        try await place.app.perform(
            AssignLead(lead: lead, to: .person(Workplace.ann), reason: "Hers"),
            as: Workplace.actor(Workplace.manager)
        )
        #expect(try await place.app.fetch(WorkList(calls: true), as: ann).entries.isEmpty)
        #expect(try await place.app.fetch(WorkList(), as: ann).entries.map(\.row.id) == [lead])
    }

    @Test("X10: skips and what leads were worth when they came reach the meter")
    func meter() async throws {
        let place = try await Workplace()
        let lead = try await mine(place, value: 1_000_000)
        try await place.app.perform(SkipLead(lead: lead, reason: "Not for me"), as: ann)
        let report = try await place.app.fetch(FetchReport(.cherryPicking), as: .system).report
        let row = try #require(report.tables.first?.rows.first)
        #expect(row[0] == .text("Ann Inside"))
        #expect(row[3] == .count(1))
        #expect(report.tables[1].rows.map { $0[1] }.contains(.text("not known")), "the skip had too few beside it")
        #expect(report.tables[1].rows.count == 2)
    }

    @Test("C8: scripts that cannot be used are refused with their place")
    func policy() async throws {
        let place = try await Workplace()
        var body = PolicyBody.standard
        var calls = CallPolicy.standard
        calls.scripts[0].productClasses = [77]
        calls.scripts[0].questions[0].answers = []
        calls.skipReasons = []
        body.calls = calls
        let refusal = await #expect(throws: Refusal.self) {
            try await place.app.perform(SetPolicy(body: body), as: .system)
        }
        #expect(refusal?.code == "scripts_invalid")
        let pointers = Set(refusal?.issues.map(\.pointer) ?? [])
        #expect(pointers.contains("/calls/scripts/0/questions/0/answers"))
        #expect(pointers.contains("/calls/scripts/0/productClasses"))
        #expect(pointers.contains("/calls/skipReasons"))
    }

    @Test("X14: a fit that is sure enough orders Today, and is kept for a day")
    func fitted() async throws {
        let place = try await Workplace()
        #expect(try await isDue(place))
        let fit = DecayFit(halfLife: 8, low: 6, high: 11, chance: 0.3, leads: 900, sales: 120)
        try await place.app.perform(KeepDecayFit(fit: fit), as: .system)
        #expect(try await !isDue(place))
        let work = try await place.app.fetch(WorkList(), as: ann)
        #expect(work.curve.halfLife == 8)
        #expect(work.isFitted)
        place.advance(.days(1))
        #expect(try await isDue(place))
    }

    private func isDue(_ place: Workplace) async throws -> Bool {
        try await place.app.fetch(DecayFitDue(), as: .system) != nil
    }
}

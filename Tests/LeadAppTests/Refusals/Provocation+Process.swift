import LeadApp
import LeadCore
import LeadStore

extension Provocation {
    static let governing: [Provocation] = [
        Provocation("version_mismatch") { site in
            try await site.app.perform(SetPolicy(body: .standard, base: 7), as: .system)
        },
        Provocation("version_mismatch") { site in
            let value = ValueLead(lead: try await site.lead(), value: Money(minor: 1, currency: "EUR"))
            try await site.app.perform(AtVersion(value, version: 7), as: site.manager)
        },
        Provocation("mapping_does_not_fit", ["/mapping/gone"]) { site in
            try await site.app.perform(SetPolicy(body: .standard, mapping: ["gone": "nowhere"]), as: .system)
        },
        Provocation("mapping_changes_meaning", ["/mapping/attempted"]) { site in
            let attempt = Attempt(channel: .phone, outcome: .noAnswer)
            try await site.app.perform(LogAttempt(lead: try await site.lead(), attempt: attempt), as: site.manager)
            try await site.policy { $0.process.steps[1].kind = .rejected }
        },
        Provocation("stages_impossible", ["/stages"]) { site in
            try await site.policy { $0.stages[1].key = $0.stages[0].key }
        },
        Provocation("condition_invalid", ["/where/all/0/field"]) { site in
            var filter = LeadFilter()
            filter.question = .all([.custom("nothing", .isEmpty)])
            _ = try await site.app.fetch(LeadList(filter), as: .system)
        },
        Provocation("rules_unsound", ["/assignment/rules/0"]) { site in
            try await site.policy { body in
                let rule = AssignmentRule(key: "gone", name: "Gone", condition: .always, pool: 4711)
                body.assignment = AssignmentRules(rules: [rule])
            }
        },
        Provocation("chances_impossible", ["/chances"]) { site in
            try await site.policy { $0.chances?.new.ungraded = 150 }
        },
        Provocation("gate_cannot_be_passed", ["/gate/fields"]) { site in
            try await site.policy { $0.gate.fields = ["budget"] }
        },
        Provocation("invalid_recognition", ["/recognition/threshold"]) { site in
            try await site.policy {
                $0.recognition = .standard
                $0.recognition?.threshold = 0
            }
        },
        Provocation("service_levels_invalid", ["/serviceLevels/follow_up/warnPercent"]) { site in
            let level = ServiceLevel(warnPercent: 200, levels: [])
            try await site.app.perform(SetServiceLevel(kind: .followUp, level: level), as: .system)
        },
        Provocation("calendar_in_use", ["/calendars"]) { site in
            var west = CalendarPolicy.officeHours()
            west.name = "West"
            try await site.app.perform(SaveCalendar(replacing: nil, calendar: west), as: .system)
            let choice = ChooseCalendar(holder: .person(Workplace.ann), calendar: "West")
            try await site.app.perform(choice, as: .system)
            try await site.app.perform(DeleteCalendar(calendar: "West"), as: .system)
        },
        Provocation("absence_over") { site in
            let (from, until) = (site.workplace.now, site.workplace.now + .hours(1))
            let absence = try await site.app.perform(EnterAbsence(from: from, until: until), as: site.ann).absence
            site.workplace.advance(.hours(2))
            try await site.app.perform(EndAbsence(absence: absence), as: site.ann)
        },
        Provocation("not_yourself") { site in
            let appoint = AppointAssistant(person: Workplace.fay, assistant: Workplace.ben)
            try await site.app.perform(appoint, as: site.ann)
        },
    ]

    static let describing: [Provocation] = [
        Provocation("field_in_use", ["/process/fields/seats"]) { site in
            try await site.policy { $0.process.fields = [.seats] }
            _ = try await site.workplace.lead { $0.fields = ["seats": "7"] }
            try await site.policy { $0.process.fields[0].kind = .text }
        },
        Provocation("field_required") { _ in
            var body = PolicyBody.standard
            body.process.fields = [.seats]
            body.gate.fields = ["seats"]
            _ = try body.removing(field: "seats")
        },
        Provocation("invalid_field", ["/fields/seats"]) { site in
            try await site.policy { $0.process.fields = [.seats] }
            let set = SetLeadFields(lead: try await site.lead(), values: ["seats": "some"])
            try await site.app.perform(set, as: site.manager)
        },
        Provocation("fields_missing", ["/qualification/grade", "/value"]) { site in
            try await site.policy { $0.process.steps[2].requires = [.grade, .company, .value] }
            try await site.app.perform(MoveLead(lead: try await site.lead(), to: "in_process"), as: site.manager)
        },
        Provocation("company_exists", ["/company"]) { site in
            _ = try await site.other()
            var describe = DescribeAccount(lead: try await site.lead())
            describe.company = "OTHER"
            try await site.app.perform(describe, as: site.manager)
        },
        Provocation("contact_elsewhere", ["/email"]) { site in
            _ = try await site.other()
            let own = try await site.offered()
            var person = Inquiry()
            person.email = "otto@other.example"
            try await site.app.perform(LinkContact(lead: own, person: person, role: .influencer), as: site.fay)
        },
        Provocation("contact_known", ["/email"]) { site in
            _ = try await site.other()
            let person = try await site.workplace.detail(try await site.lead()).people[0].contact
            var update = UpdateContact(contact: person.id)
            update.email = "otto@other.example"
            try await site.app.perform(update, as: site.manager)
        },
        Provocation("unknown_name", ["/source", "/owner"]) { site in
            let captured = try await site.workplace.capture {
                $0.source = "Nowhere"
                $0.owner = "Nobody"
            }
            if let refusal = captured.refusal { throw refusal }
        },
        Provocation("token_scope") { site in
            let reader = Actor(user: Workplace.ann, role: .administrator, scope: .read)
            let next = NextStep(what: "Call", dueAt: site.later)
            try await site.app.perform(SetNextStep(lead: try await site.lead(), next: next), as: reader)
        },
        Provocation("amount_too_large", ["/value"]) { site in
            let value = Money(minor: Money.most + 1, currency: "EUR")
            try await site.app.perform(ValueLead(lead: try await site.lead(), value: value), as: site.manager)
        },
        Provocation("no_signals") { site in
            let lead = try await site.workplace.detail(try await site.lead()).lead
            let recognize = RecognizeLead(account: lead.account, productClass: lead.productClass)
            try await site.app.perform(recognize, as: Workplace.actor(Workplace.mia))
        },
    ]

    static let waiting: [Provocation] = [
        Provocation("no_clock_to_pause") { site in
            let pause = PauseClock(lead: try await site.lead(), until: site.later, reason: "On holiday")
            for _ in 1...2 { try await site.app.perform(pause, as: site.manager) }
        },
        Provocation("not_paused") { site in
            try await site.app.perform(ResumeClock(lead: try await site.lead()), as: site.manager)
        },
        Provocation("no_clock_to_extend") { site in
            let lead = try await site.lead()
            let recycle = RecycleLead(
                lead: lead,
                reason: "Not now, later",
                wakeAt: site.later,
                marketingOwner: Workplace.mia
            )
            try await site.app.perform(recycle, as: site.manager)
            let next = NextStep(what: "Call", dueAt: site.later)
            try await site.app.perform(ExtendLead(lead: lead, next: next, reason: "Holiday"), as: site.manager)
        },
        Provocation("not_late") { site in
            try await site.app.perform(TakeOverLead(lead: try await site.lead()), as: site.manager)
        },
        Provocation("unknown_reason", ["/reason"]) { site in
            try await site.app.perform(RejectLead(lead: try await site.lead(), reason: "Dull"), as: site.manager)
        },
        Provocation("unreachable_not_shown", ["/attempts", "/channels", "/dayParts"]) { site in
            try await site.app.perform(RejectLead(lead: try await site.lead(), reason: "Unreachable"), as: site.manager)
        },
    ]
}

extension FieldDefinition {
    fileprivate static let seats = FieldDefinition(key: "seats", label: "Seats", kind: .number)
}

extension ProvokedSite {
    /// The policy in force, changed in one respect.
    func policy(_ edit: (inout PolicyBody) -> Void) async throws {
        var body = try await app.fetch(PolicyInForce(), as: .system).body
        edit(&body)
        try await app.perform(SetPolicy(body: body), as: .system)
    }
}

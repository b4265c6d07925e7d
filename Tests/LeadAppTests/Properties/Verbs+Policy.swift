import LeadApp
import LeadCore
import LeadStore

extension Verb {
    /// The rules change while leads are under way: statuses come, go and are renamed; gate, service levels, calendars.
    static let ruling: [Verb] = [
        Verb("change_process", 3) { scene in
            var (body, version) = try await scene.policyInForce()
            let mapping = scene.change(&body.process)
            let command = SetPolicy(
                body: body,
                mapping: scene.dice.oneIn(6) ? [:] : mapping,
                base: scene.dice.oneIn(2) ? version - scene.dice.below(2) : nil
            )
            try await scene.perform(command, as: scene.stage.administrator)
        },
        Verb("change_gate", 2) { scene in
            var (body, version) = try await scene.policyInForce()
            scene.change(&body.gate)
            body.undoDays = scene.dice.pick([nil, 1, 14, 30, 900])
            try await scene.perform(SetPolicy(body: body, base: version), as: scene.stage.administrator)
        },
        Verb("change_recognition", 1) { scene in
            var (body, _) = try await scene.policyInForce()
            body.recognition = .standard
            body.recognition?.threshold = scene.dice.pick([0, 40, 60, 100])
            body.recognition?.touchPoints = scene.dice.pick([0, 5, 20])
            try await scene.perform(SetPolicy(body: body), as: scene.stage.administrator)
        },
        Verb("service_level", 2) { scene in
            let levels = (0..<scene.dice.below(3)).map { index in
                EscalationLevel(
                    after: .hours(Int64(index * 8)),
                    tell: scene.dice.oneIn(8) ? [] : [scene.dice.pick(Told.allCases)],
                    reassign: scene.dice.oneIn(2)
                )
            }
            let level = ServiceLevel(warnPercent: scene.dice.pick([0, 50, 75, 100]), levels: levels)
            let command = SetServiceLevel(kind: scene.dice.pick(ClockKind.allCases), level: level)
            try await scene.perform(command, as: scene.stage.administrator)
        },
        Verb("unreachable_rule", 1) { scene in
            let rule = UnreachableRule(
                reasons: ["Unreachable"],
                attempts: scene.dice.pick([0, 1, 3, 30]),
                channels: scene.dice.below(3),
                parts: scene.dice.below(3)
            )
            try await scene.perform(SetUnreachableRule(rule: rule), as: scene.stage.administrator)
        },
        Verb("save_calendar", 2) { scene in
            let names = try await scene.calendarNames()
            let replacing = scene.dice.oneIn(2) ? nil : scene.dice.pick(names)
            let zone = scene.dice.pick(["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"])
            var calendar = CalendarPolicy.officeHours(zone: zone, holidays: Scene.holidays)
            calendar.name = replacing ?? "Calendar \(scene.dice.below(3))"
            let command = SaveCalendar(replacing: replacing, calendar: calendar)
            try await scene.perform(command, as: scene.stage.administrator)
        },
        Verb("delete_calendar", 1) { scene in
            let names = try await scene.calendarNames()
            try await scene.perform(DeleteCalendar(calendar: scene.dice.pick(names)), as: scene.stage.administrator)
        },
        Verb("choose_calendar", 2) { scene in
            let names = try await scene.calendarNames()
            let pools = try await scene.stage.read { try $0.pools().map(\.id) }
            let person = Owner.person(try await scene.user())
            let holder = scene.dice.oneIn(3) ? Owner.pool(scene.dice.pick(pools)) : person
            let command = ChooseCalendar(holder: holder, calendar: scene.dice.oneIn(3) ? nil : scene.dice.pick(names))
            try await scene.perform(command, as: scene.stage.administrator)
        },
    ]
}

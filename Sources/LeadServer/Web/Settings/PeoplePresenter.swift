import LeadCore
import LeadStore

extension PeopleView {
    init(_ people: [Colleague], you: User.ID, _ time: TimeWords, tabs: [TabView], frame: PageFrame) {
        let active = people.count(where: \.active)
        self.init(
            page: frame,
            tabs: tabs,
            total: "\(people.count == 1 ? "1 person" : "\(people.count) people"), \(active) active",
            people: people.map { PersonRow($0, isYou: $0.id == you, time) }
        )
    }
}

extension PersonRow {
    fileprivate init(_ person: Colleague, isYou: Bool, _ time: TimeWords) {
        self.init(
            href: "/settings/people/\(person.id)",
            holder: HolderView(person),
            email: person.email ?? "",
            role: person.role.label,
            state: person.state(at: time.now),
            note: person.absence(time),
            isYou: isYou
        )
    }
}

extension HolderView {
    init(_ person: Colleague) {
        self.init(name: person.name, initials: Initials.of(person.name), hue: Initials.hue(person.id), duty: nil)
    }
}

extension Colleague {
    fileprivate func state(at now: Instant) -> StatusView {
        if !active { return StatusView(code: "off", label: "Switched off", tone: "closed") }
        if hasPassword == false { return StatusView(code: "invited", label: "No password yet", tone: "offered") }
        if let awayUntil, awayUntil > now { return StatusView(code: "away", label: "Away", tone: "parked") }
        return StatusView(code: "active", label: "Active", tone: "won")
    }

    /// "until Mon 30 Nov"; nil for those who are here.
    fileprivate func absence(_ time: TimeWords) -> String? {
        guard active, let awayUntil, awayUntil > time.now else { return nil }
        return "until \(time.day(time.zone.local(awayUntil).date))"
    }

    /// Why a pool passes the person over now; nil when it does not.
    func whyPassedOver(_ time: TimeWords) -> String? {
        active ? absence(time).map { "Away \($0)" } : "Switched off"
    }
}

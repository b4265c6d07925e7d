import LeadApp
import LeadCore

/// How one page tells its facts: as of one moment, in the policy's zone and money, with the names of the directory.
///
/// Everything here is a plain function of its inputs, so a page can be tested with its clock standing still.
struct Wording {
    let now: Instant
    let policy: Policy
    let directory: Directory
    /// By whose working hours clocks run.
    let calendars: Calendars

    init(now: Instant, policy: Policy, directory: Directory, calendars: Calendars? = nil) {
        self.now = now
        self.policy = policy
        self.directory = directory
        self.calendars = calendars ?? Calendars(policy.calendar)
    }

    var time: TimeWords { TimeWords(now: now, zone: policy.calendar.zone) }

    func grade(_ grade: Grade?) -> GradeView? {
        grade.map { GradeView(label: $0.label, code: $0.rawValue) }
    }

    func status(_ status: Status) -> StatusView {
        StatusView(status, in: policy.process)
    }

    func holder(_ owner: Owner) -> HolderView {
        let name = directory.name(owner)
        let initials = Initials.of(name)
        switch owner {
        case .person(let id): return HolderView(name: name, initials: initials, hue: Initials.hue(id), duty: nil)
        case .pool(let id):
            let duty = directory.dutyHolders[id].map { directory.name($0) }
            return HolderView(name: name, initials: initials, hue: Initials.hue(id), duty: duty ?? "nobody on duty")
        case .elsewhere: return HolderView(name: name, initials: initials, hue: 0, duty: nil)
        }
    }
}

extension StatusView {
    /// A status by what it means: a company's own process may call it anything.
    init(_ status: Status, in process: LeadProcess) {
        guard let step = process[status] else {
            self.init(code: status.rawValue, label: status.rawValue, tone: "closed")
            return
        }
        let isFirstOfKind = process.first(step.kind)?.status == status
        self.init(code: status.rawValue, label: step.label, tone: step.kind.tone(isFirst: isFirstOfKind))
    }
}

extension StatusKind {
    /// The pill's colour; the second of several working statuses is a conversation, the first only attempts.
    fileprivate func tone(isFirst: Bool) -> String {
        switch self {
        case .new: "open"
        case .working: isFirst ? "active" : "talking"
        case .qualified: "ready"
        case .handed: "offered"
        case .accepted, .converted: "won"
        case .nurture: "parked"
        case .rejected, .lost, .merged: "closed"
        }
    }
}

/// What stands in a person's round mark.
enum Initials {
    /// First and last word's first letters; "?" for nobody.
    static func of(_ name: String) -> String {
        let words = name.split(whereSeparator: \.isWhitespace)
        guard let first = words.first?.first else { return "?" }
        guard words.count > 1, let last = words.last?.first else { return String(first).uppercased() }
        return "\(first)\(last)".uppercased()
    }

    /// The same colour for the same person, always.
    static func hue<Entity>(_ id: Identifier<Entity>) -> Int {
        id.bytes.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % 8
    }
}

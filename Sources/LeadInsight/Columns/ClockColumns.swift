package import LeadCore

/// A service-level clock as it starts.
package struct ClockFacts: Hashable, Sendable {
    package var lead: Row
    package var kind: Code
    package var owner: Code
    package var started: Instant
    package var due: Instant

    package init(lead: Row, kind: Code, owner: Code, started: Instant, due: Instant) {
        self.lead = lead
        self.kind = kind
        self.owner = owner
        self.started = started
        self.due = due
    }
}

/// One row per service-level clock.
///
/// Whether one is breached follows from its due time and the instant asked about.
package struct ClockColumns: Sendable {
    package private(set) var lead: [UInt32] = []
    package private(set) var kind: [Code] = []
    package private(set) var owner: [Code] = []
    package private(set) var started: [Int64] = []
    package private(set) var due: [Int64] = []
    /// When it stopped, or `never`.
    package private(set) var stopped: [Int64] = []
    /// Whether what it waited for happened in time.
    package private(set) var met: [Bool] = []
    /// Working time from start to stop, or -1 while it runs.
    package private(set) var working: [Int64] = []
    /// What the lead was expected to bring when it started, in minor units; nil where nobody knew.
    package private(set) var worth: [Int64?] = []
    private var running: [RowKey: UInt32] = [:]

    package var count: Int { lead.count }

    mutating func start(_ key: RowKey, _ facts: ClockFacts) {
        running[key] = UInt32(count)
        lead.append(UInt32(facts.lead))
        kind.append(facts.kind)
        owner.append(facts.owner)
        started.append(facts.started.milliseconds)
        due.append(facts.due.milliseconds)
        stopped.append(never)
        met.append(false)
        working.append(-1)
        worth.append(nil)
    }

    mutating func move(_ key: RowKey, due instant: Int64) {
        guard let row = running[key].map(Row.init) else { return }
        due[row] = instant
    }

    /// Only while it runs, since that is when it is told.
    mutating func setWorth(_ minor: Int64, of key: RowKey) {
        guard let row = running[key].map(Row.init) else { return }
        worth[row] = minor
    }

    mutating func stop(_ key: RowKey, at instant: Int64, met isMet: Bool, working span: (Int64) -> Int64) {
        guard let row = running.removeValue(forKey: key).map(Row.init) else { return }
        stopped[row] = instant
        met[row] = isMet
        working[row] = span(started[row])
    }
}

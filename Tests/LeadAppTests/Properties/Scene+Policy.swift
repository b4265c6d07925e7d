import LeadApp
import LeadCore
import LeadStore

extension Scene {
    /// Days off in the summer and at the end of the year, some of them beside changes of the clocks.
    static let holidays: Set<LocalDate> = Set(
        [(6, 19), (7, 6), (10, 26), (12, 25), (12, 26)].compactMap { LocalDate(year: 2026, month: $0, day: $1) }
    )

    func policyInForce() async throws -> (body: PolicyBody, version: Int) {
        let policy = try await stage.app.fetch(PolicyInForce(), as: .system)
        return (policy.body, policy.version)
    }

    mutating func calendarNames() async throws -> [String] {
        let body = try await policyInForce().body
        return [body.calendar.name] + (body.calendars ?? []).map(\.name) + ["No such calendar"]
    }

    /// A status that there is or has been.
    mutating func status() async throws -> Status {
        let known = try await policyInForce().body.process.steps.map(\.status)
        return dice.pick(known + ["nowhere", "attempted", "extra0"])
    }

    mutating func change(_ gate: inout Gate) {
        let least = dice.pick([Level.low, .medium, .high])
        gate.minimum = Qualification(levels: [.need: least, .fit: .low])
        gate.grade = dice.oneIn(5) ? .good : nil
        gate.fields = dice.oneIn(5) ? ["budget"] : []
    }

    /// Adds, renames or drops a status, or changes what one requires.
    ///
    /// - Returns: where leads go whose status is gone.
    mutating func change(_ process: inout LeadProcess) -> [String: String] {
        switch dice.below(6) {
        case 0, 1: return add(to: &process)
        case 2: return rename(in: &process)
        case 3, 4: return drop(from: &process)
        default: return require(in: &process)
        }
    }

    private mutating func add(to process: inout LeadProcess) -> [String: String] {
        let key = "extra\(dice.below(3))"
        let ends = process.steps.filter { $0.kind == .qualified || $0.kind == .rejected }.map(\.status)
        let step = LeadProcess.Step(
            Status(rawValue: key),
            "Extra \(key.suffix(1))",
            dice.oneIn(3) ? .qualified : .working,
            moves: ends,
            clock: ClockTarget(.followUp, .hours(dice.pick([1, 8, 40]))),
            nextStep: .init("Look at it", .hours(2))
        )
        process.steps.removeAll { $0.status == step.status }
        let at = 1 + dice.below(2)
        process.steps.insert(step, at: at)
        for index in process.steps.indices where index < at || process.steps[index].kind == .working {
            if process.steps[index].status != step.status, !process.steps[index].moves.contains(step.status) {
                process.steps[index].moves.append(step.status)
            }
        }
        return [:]
    }

    private mutating func rename(in process: inout LeadProcess) -> [String: String] {
        let old = dice.pick(process.steps.map(\.status))
        let new = Status(
            rawValue: old.rawValue.hasSuffix("_2") ? String(old.rawValue.dropLast(2)) : "\(old.rawValue)_2"
        )
        guard process[new] == nil else { return [:] }
        for index in process.steps.indices {
            if process.steps[index].status == old { process.steps[index].status = new }
            process.steps[index].moves = process.steps[index].moves.map { $0 == old ? new : $0 }
        }
        return [old.rawValue: new.rawValue]
    }

    private mutating func drop(from process: inout LeadProcess) -> [String: String] {
        let optional = process.steps.filter { $0.kind == .working || $0.kind == .qualified }
        guard optional.count > 1 else { return [:] }
        let gone = dice.pick(optional)
        process.steps.removeAll { $0.status == gone.status }
        for index in process.steps.indices { process.steps[index].moves.removeAll { $0 == gone.status } }
        let same = process.steps.first { $0.kind == gone.kind } ?? process.steps[0]
        return [gone.status.rawValue: dice.oneIn(5) ? dice.pick(process.steps).status.rawValue : same.status.rawValue]
    }

    private mutating func require(in process: inout LeadProcess) -> [String: String] {
        if process.field("budget") == nil {
            process.fields = [
                FieldDefinition(key: "budget", label: "Budget", kind: .money),
                FieldDefinition(key: "region", label: "Region", kind: .choice, options: ["North", "South"]),
            ]
        }
        let index = dice.below(process.steps.count)
        process.steps[index].requires = dice.oneIn(2) ? [] : [dice.pick([.value, .field("budget"), .nextStep, .grade])]
        return [:]
    }
}

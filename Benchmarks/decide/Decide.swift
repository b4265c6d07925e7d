import LeadCore

/// How long one decision takes, with what it changes applied: no database, no network, no clock in it.
///
/// Prints one JSON object: nanoseconds at the median and the 99th percentile for each act, and the same for a lead that has
/// lived through ten thousand attempts, for deciding needs no history.
@main
struct Decide {
    static let samples = 20_000

    static func main() throws {
        let cases = try Cases()
        var lines: [String] = []
        for item in cases.all {
            let times = try measure(item)
            lines.append(
                """
                "\(item.name)": {"p50_ns": \(times[times.count / 2]), "p99_ns": \(times[times.count * 99 / 100]), \
                "events": \(item.events)}
                """
            )
        }
        print("{\(lines.joined(separator: ", "))}")
    }

    /// Sorted nanoseconds of single runs, after a warm-up.
    static func measure(_ item: Case) throws -> [Int64] {
        var times: [Int64] = []
        times.reserveCapacity(samples)
        for run in 0..<samples + 2000 {
            let start = ContinuousClock.now
            let act = try item.decide()
            let took = (ContinuousClock.now - start).components.attoseconds / 1_000_000_000
            precondition(!act.records.isEmpty, "\(item.name) decided nothing")
            if run >= 2000 { times.append(took) }
        }
        return times.sorted()
    }
}

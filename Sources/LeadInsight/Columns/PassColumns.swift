package import LeadCore

/// When leads passed the gate to sales, under which version, and what they showed then: one row per pass.
package struct PassColumns: Sendable {
    package private(set) var lead: [UInt32] = []
    package private(set) var at: [Int64] = []
    package private(set) var version: [Int32] = []
    package private(set) var grade: [Grade?] = []
    /// By criterion in its order: the level's number from 1, or 0 when it was not known.
    package private(set) var levels = [[UInt8]](repeating: [], count: Criterion.allCases.count)

    package var count: Int { lead.count }

    mutating func add(_ row: Row, at instant: Int64, version: Int, _ shown: Qualification, _ grade: Grade?) {
        lead.append(UInt32(row))
        at.append(instant)
        self.version.append(Int32(clamping: version))
        self.grade.append(grade)
        for (index, criterion) in Criterion.allCases.enumerated() {
            let level = shown.level(criterion).flatMap { Level.allCases.firstIndex(of: $0) }
            levels[index].append(level.map { UInt8($0 + 1) } ?? 0)
        }
    }

    /// By lead row: the last pass that it had made by then, or -1.
    func latest(leads count: Int, asOf instant: Int64) -> [Int] {
        var latest = [Int](repeating: -1, count: count)
        for pass in 0..<self.count where at[pass] <= instant { latest[Int(lead[pass])] = pass }
        return latest
    }
}

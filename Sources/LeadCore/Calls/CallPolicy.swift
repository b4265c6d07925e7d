/// How calls are held and how long what was done can be taken back (requirements C8, X10).
package struct CallPolicy: Hashable, Codable, Sendable {
    /// The first that fits a lead is the one that is used.
    package var scripts: [CallScript]
    /// Why somebody may pass over the lead that is next.
    package var skipReasons: [String]
    /// After how many minutes of working time a skipped lead comes back to whoever skipped it.
    package var skipMinutes: Int
    /// For how many minutes the last attempt, call or skip can be taken back by who did it.
    package var undoMinutes: Int

    package init(scripts: [CallScript], skipReasons: [String], skipMinutes: Int, undoMinutes: Int) {
        self.scripts = scripts
        self.skipReasons = skipReasons
        self.skipMinutes = skipMinutes
        self.undoMinutes = undoMinutes
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let standard = Self.standard
        scripts = try container.decodeIfPresent([CallScript].self, forKey: .scripts) ?? standard.scripts
        skipReasons = try container.decodeIfPresent([String].self, forKey: .skipReasons) ?? standard.skipReasons
        skipMinutes = try container.decodeIfPresent(Int.self, forKey: .skipMinutes) ?? standard.skipMinutes
        undoMinutes = try container.decodeIfPresent(Int.self, forKey: .undoMinutes) ?? standard.undoMinutes
    }

    package static let standard = CallPolicy(
        scripts: [.standard],
        skipReasons: [
            "Not at this time of day", "Somebody else is talking to them", "I must prepare first", "Wrong language",
            "Not for me",
        ],
        skipMinutes: 120,
        undoMinutes: 10
    )

    /// The script for a lead of a class in a status; nil where none is meant for it.
    package func script(for productClass: ProductClass.ID, in status: Status) -> CallScript? {
        scripts.first { $0.fits(productClass, status) }
    }

    /// What is wrong with it under a process, with pointers into it; empty when it can be put in force.
    package func faults(in process: LeadProcess) -> [Refusal.Issue] {
        var faults = scripts.faults(in: process).map { Refusal.Issue("/scripts\($0.pointer)", $0.message) }
        if skipReasons.isEmpty || skipReasons.contains(where: { !$0.contains { !$0.isWhitespace } }) {
            faults.append(.init("/skipReasons", "Skipping needs at least one reason, and none may be empty."))
        }
        if Set(skipReasons).count != skipReasons.count {
            faults.append(.init("/skipReasons", "The same reason stands there twice."))
        }
        if !(1...10_080).contains(skipMinutes) {
            faults.append(.init("/skipMinutes", "A skipped lead comes back after 1 to 10,080 minutes."))
        }
        if !(0...1440).contains(undoMinutes) {
            faults.append(.init("/undoMinutes", "Taking back is possible for 0 to 1,440 minutes."))
        }
        return faults
    }
}

package import LeadCore
import LeadStore

extension PolicyBody {
    /// What `SetPolicy` asks of scripts, skips and half-lives.
    func requireCalls(_ tx: borrowing Transaction) throws {
        let calls = calls ?? .standard
        var faults = calls.faults(in: process).map { Refusal.Issue("/calls\($0.pointer)", $0.message) }
        let classes = Set(try tx.read.productClasses().map(\.id))
        for (index, script) in calls.scripts.enumerated() where !classes.isSuperset(of: script.productClasses) {
            faults.append(.init("/calls/scripts/\(index)/productClasses", "There is no such product class."))
        }
        guard faults.isEmpty else {
            throw Refusal(.invalid, "scripts_invalid", "These scripts cannot be used.", issues: faults)
        }
        let waiting = (waiting ?? .standard).faults.map { Refusal.Issue("/waiting\($0.pointer)", $0.message) }
        guard let first = waiting.first else { return }
        throw Refusal(.invalid, "invalid_input", first.message, issues: waiting)
    }
}

extension PolicyBody {
    /// With a script added, or the one of its key replaced.
    package func saving(_ script: CallScript, isNew: Bool) throws(Refusal) -> PolicyBody {
        var body = self
        var calls = calls ?? .standard
        let place = calls.scripts.firstIndex { $0.key == script.key }
        switch place {
        case let place? where !isNew: calls.scripts[place] = script
        case nil where isNew: calls.scripts.insert(script, at: 0)
        case nil: throw Refusal.notFound("script")
        default:
            throw Refusal(
                .conflict,
                "name_taken",
                "There is a script with this key already.",
                issues: [.init("/key", "Is taken already.")]
            )
        }
        body.calls = calls
        return body
    }

    /// Without a script; leads that it was meant for get the next that fits.
    package func removing(script key: String) throws(Refusal) -> PolicyBody {
        var body = self
        var calls = calls ?? .standard
        guard calls.scripts.contains(where: { $0.key == key }) else { throw Refusal.notFound("script") }
        calls.scripts.removeAll { $0.key == key }
        body.calls = calls
        return body
    }
}

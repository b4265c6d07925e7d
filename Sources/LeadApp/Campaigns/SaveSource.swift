package import LeadCore
package import LeadStore

/// Adds a way in which leads come, or gives one another name.
package struct SaveSource: Command {
    package static let name = "save_source"
    package static let permission = Permission.editCampaigns

    package struct Outcome: Codable, Sendable {
        package var source: Source.ID
    }

    package var source: Source.ID?
    package var sourceName: String

    package init(source: Source.ID? = nil, name: String) {
        self.source = source
        sourceName = name
    }

    package func subject(after outcome: Outcome) -> String? { "source:\(outcome.source)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard let name = sourceName.trimmed else { throw Refusal.invalid("/name", "A source needs a name.") }
        if let namesake = try tx.read.source(named: name), namesake != source {
            throw Refusal.nameTaken("source", name)
        }
        let id = source ?? tx.newID()
        if source == nil {
            try tx.insertSource(id, name: name)
        } else {
            guard try tx.renameSource(id, to: name) else { throw Refusal.notFound("source") }
        }
        return Outcome(source: id)
    }
}

/// The ways in which leads come.
package struct SourceList: Query {
    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [Named<Source>] {
        try snapshot.sources()
    }
}

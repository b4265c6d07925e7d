package import LeadCore
package import LeadStore

/// Keeps an arrival that cannot be understood, as rejected, with the reason.
package struct RejectArrival: Command {
    package typealias Outcome = Captured
    package static let name = "reject_arrival"
    package static let permission = Permission.captureLeads

    package var raw: [UInt8]
    package var contentType: String
    package var channel: CaptureChannel
    package var refusal: Refusal

    package init(raw: [UInt8], contentType: String, channel: CaptureChannel, refusal: Refusal) {
        self.raw = raw
        self.contentType = contentType
        self.channel = channel
        self.refusal = refusal
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Captured {
        let id = try tx.receive(Arrival(channel: channel, contentType: contentType, raw: raw))
        let decided = DecidedSubmission(
            id: id,
            outcome: .rejected,
            code: refusal.code,
            sentence: refusal.sentence
        )
        try tx.decide(decided, sourceName: nil)
        return Captured(decided, wasKnown: false, refusal: refusal)
    }
}

/// Takes in many arrivals in one transaction, each with an outcome of its own.
package struct CaptureBatch: Command {
    package typealias Outcome = [Captured]
    package static let name = "capture_batch"
    package static let permission = Permission.captureLeads
    /// More are refused.
    package static let most = 1000

    package enum Row: Codable, Sendable {
        case capture(CaptureLead)
        case reject(RejectArrival)
    }

    package var rows: [Row]
    /// All or nothing: one refused row refuses them all.
    package var atomic: Bool

    package init(rows: [Row], atomic: Bool) {
        self.rows = rows
        self.atomic = atomic
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> [Captured] {
        let results = try rows.map { row in
            switch row {
            case .capture(let capture): try capture.perform(tx, desk)
            case .reject(let reject): try reject.perform(tx, desk)
            }
        }
        if atomic, results.contains(where: { $0.refusal != nil }) { throw refusal(of: results) }
        return results
    }

    private func refusal(of results: [Captured]) -> Refusal {
        let issues = results.enumerated().flatMap { index, result -> [Refusal.Issue] in
            guard let refusal = result.refusal else { return [] }
            if refusal.issues.isEmpty { return [.init("/\(index)", refusal.sentence)] }
            return refusal.issues.map { .init("/\(index)\($0.pointer)", $0.message) }
        }
        return Refusal(
            .invalid,
            "batch_refused",
            "Nothing of this batch was taken in. Wrong in it: \(issues.count).",
            issues: Array(issues.prefix(100))
        )
    }
}

import LeadCore
import LeadStore

/// What an import left in the ledger, and taking it back where nobody has built on it since.
struct ImportTrace {
    /// Why something stays as it is.
    struct Kept: Error {
        var sentence: String

        static let workedOn = Kept(sentence: "Somebody has worked on it since.")
        static let answered = Kept(sentence: "Another inquiry came to it since.")
        static let replaced = Kept(sentence: "The account has another open lead by now.")
        static let used = Kept(sentence: "It is used by now.")
        static let person = Kept(sentence: "People stay; an administrator can deactivate them.")
        static let filledIn = Kept(sentence: "What was filled in stays.")
    }

    private let importID: Import.ID
    private let ranges: [ClosedRange<Int64>]

    /// - Parameter ranges: the lines of the ledger that the import wrote.
    init(_ importID: Import.ID, _ ranges: [ClosedRange<Int64>]) {
        self.importID = importID
        self.ranges = ranges
    }

    /// Takes a lead back to before the import; one that the import made is removed.
    func undo(_ id: Lead.ID, _ tx: borrowing Transaction) throws {
        let lines = try tx.read.ledger(of: id)
        guard let first = lines.firstIndex(where: isOurs), let lead = try tx.read.lead(id) else { return }
        let events = try lines.map { (event: try $0.leadEvent(), at: $0.at) }
        try requireUntouched(lines[first...], events[first...].map(\.event))
        for case .converted(let converted) in events[first...].map(\.event) { try undo(converted.opportunity, tx) }
        guard first > 0, var before = Lead.fold(id, events[..<first]) else {
            guard try !tx.read.hasArrival(at: id, notOf: importID) else { throw Kept.answered }
            return try tx.delete(id)
        }
        before.version = lead.version
        if before.isOpen, let open = try tx.read.openLead(of: lead.account, in: lead.productClass), open != id {
            throw Kept.replaced
        }
        let people = events[..<first].compactMap { event, _ -> Contact.ID? in
            if case .contactLinked(let link) = event { link.contact } else { nil }
        }
        try tx.rewind(
            before,
            before: lines[first].seq,
            removing: events[first...].map(\.event),
            keeping: Set(people)
        )
    }

    /// Takes a deal back to before the import; one that the import made is removed.
    func undo(_ id: Opportunity.ID, _ tx: borrowing Transaction) throws {
        let lines = try tx.read.ledger(of: id)
        guard let first = lines.firstIndex(where: isOurs), let deal = try tx.read.opportunity(id) else { return }
        guard lines[first...].allSatisfy(isOurs) else { throw Kept.workedOn }
        let events = try lines.map { (event: try $0.opportunityEvent(), at: $0.at) }
        guard first > 0, var before = Opportunity.fold(id, events[..<first]) else { return try tx.delete(id) }
        before.version = deal.version
        try tx.rewind(before, before: lines[first].seq, removing: events[first...].map(\.event))
    }

    /// Everything since must be the import's own; that a clock which it started has run out is nobody's work.
    private func requireUntouched(_ lines: ArraySlice<LedgerLine>, _ events: [LeadEvent]) throws(Kept) {
        var clocks: Set<Clock.ID> = []
        for (line, event) in zip(lines, events) {
            switch event {
            case .clockStarted(let clock) where isOurs(line): clocks.insert(clock.id)
            case .clockBreached(let breached) where clocks.contains(breached.id): break
            case .clockWarned(let warned) where clocks.contains(warned.id): break
            case .clockEscalated(let escalated) where clocks.contains(escalated.id): break
            case _ where isOurs(line): break
            default: throw Kept.workedOn
            }
        }
    }

    private func isOurs(_ line: LedgerLine) -> Bool {
        let next = ranges.partitioningIndex { $0.lowerBound > line.seq }
        return next > 0 && ranges[next - 1].contains(line.seq)
    }
}

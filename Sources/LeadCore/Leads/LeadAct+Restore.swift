extension LeadAct {
    /// Makes a lead again exactly what it was before it was merged or converted: status and its start, next step, clocks with
    /// their old due times, offer.
    ///
    /// The stay in the closed status is withdrawn with it, so the one before it runs on and stays still tile
    /// (docs/decisions: undo).
    ///
    /// - Parameters:
    ///   - past: this lead's own ledger, from which its former state is folded.
    ///   - since: when it came to where it was, if that was corrected after it was closed.
    package mutating func restore(
        _ undone: LeadEvent.Restored.Undone,
        _ past: [(event: LeadEvent, at: Instant)],
        since: Instant? = nil
    ) throws(Refusal) {
        let end = past.lastIndex { undone.ended($0.event) }
        guard !lead.isOpen, let end, let former = Lead.fold(lead.id, past[..<end]) else {
            throw Refusal(.conflict, "nothing_to_undo", "There is nothing to undo on this lead.")
        }
        guard former.isOpen, former.custodyGaps.isEmpty else {
            throw Refusal(.conflict, "came_closed", "It came in closed, with an import: undo the import instead.")
        }
        record(
            .restored(
                .init(
                    undone: undone,
                    status: former.status,
                    kind: former.kind,
                    statusSince: since ?? former.statusSince,
                    nextStep: former.nextStep,
                    clocks: former.clocks,
                    offer: former.offer,
                    reason: former.reason
                )
            )
        )
    }
}

extension LeadEvent.Restored.Undone {
    /// Whether this is the line with which the lead was closed.
    func ended(_ event: LeadEvent) -> Bool {
        switch (self, event) {
        case (.merge, .mergedInto), (.conversion, .converted): true
        default: false
        }
    }
}

extension Facts {
    /// Refuses to undo what happened too long ago.
    package func requireUndoable(since at: Instant) throws(Refusal) {
        guard now - at <= policy.undoWindow else {
            throw Refusal(
                .conflict,
                "undo_too_late",
                "This can be undone for \(policy.undoWindow.milliseconds / 86_400_000) days only."
            )
        }
    }
}

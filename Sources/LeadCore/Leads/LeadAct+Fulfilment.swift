extension LeadAct {
    /// Whether a clock that stops now is met: what it waited for happened, and in time; if not, it is withdrawn or late.
    ///
    /// So rejecting a lead that nobody has called is no first response, however soon it comes. A wake-up is due at its date
    /// and not before it: the timer that wakes the lead a moment later keeps it.
    func fulfils(_ clock: Clock) -> Bool {
        brought(clock.kind) && (facts.now <= clock.dueAt || clock.kind == .wakeUp)
    }

    /// Whether this act did what clocks of a kind wait for.
    private func brought(_ kind: ClockKind) -> Bool {
        switch kind {
        case .firstResponse, .followUp: did { if case .attempted = $0 { true } else { false } }
        case .accept:
            did { event in
                switch event {
                case .accepted, .declined: true
                default: false
                }
            }
        case .qualification: lead.kind == .qualified || (lead.kind == .rejected && lead.attempts > 0)
        case .wakeUp: lead.kind == .new
        }
    }

    private func did(_ what: (LeadEvent) -> Bool) -> Bool {
        records.contains { what($0.event) }
    }
}

extension Stay {
    /// The stays in status and with owners that a lead's ledger tells, corrections included: status first, each oldest first.
    ///
    /// Working times are not told; they follow from the calendars.
    package static func fold(_ history: LeadHistory) -> [Stay] {
        let known = history.known
        guard let born = known.first, case .captured(let captured) = born.event else { return [] }
        var status = Stay(dimension: .status, value: captured.status.rawValue, enteredAt: born.at)
        var owner = Stay(dimension: .owner, value: Owner.elsewhere.description, enteredAt: born.at)
        var statuses: [Stay] = []
        var owners: [Stay] = []
        for line in known {
            switch line.event {
            case .moved(let moved):
                statuses.append(status.left(at: line.at))
                status = Stay(dimension: .status, value: moved.to.rawValue, enteredAt: line.at, cause: moved.cause)
            case .assigned(let assigned):
                if owner.value != Owner.elsewhere.description || owner.enteredAt < line.at {
                    owners.append(owner.left(at: line.at))
                }
                owner = Stay(dimension: .owner, value: assigned.owner.description, enteredAt: line.at)
            default: break
            }
        }
        return statuses + [status] + owners + [owner]
    }

    private init(dimension: Dimension, value: String, enteredAt: Instant, cause: WakeCause? = nil) {
        self.init(
            dimension: dimension,
            value: value,
            enteredAt: enteredAt,
            leftAt: nil,
            working: nil,
            cause: cause
        )
    }

    private func left(at instant: Instant) -> Stay {
        var stay = self
        stay.leftAt = instant
        return stay
    }

    /// The same stay without its working time, to compare what two sources say.
    package var withoutWorkingTime: Stay {
        var stay = self
        stay.working = nil
        return stay
    }
}

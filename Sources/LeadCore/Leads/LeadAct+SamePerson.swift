extension LeadAct {
    /// Somebody on the lead turned out to be another person whom we know: that one takes the place, in the part that weighs more
    /// where both are on it.
    ///
    /// On closed leads too, since who somebody is was never work on the lead; responses are untouched (invariant 3).
    package mutating func replace(
        _ merged: LeadEvent.ContactLink,
        by survivor: Contact.ID,
        in people: [LeadEvent.ContactLink]
    ) {
        let own = people.first { $0.contact == survivor }?.role
        let role = [merged.role, own].compactMap { $0 }.max { $0.weight < $1.weight } ?? merged.role
        record(.contactLinked(.init(contact: survivor, role: role, insteadOf: merged.contact)))
    }

    /// The reverse: both are who they were, in the parts that they had.
    ///
    /// - Parameter survivor: the part of the one who carried on; nil when they were not on the lead.
    package mutating func separate(
        _ merged: LeadEvent.ContactLink,
        from survivor: LeadEvent.ContactLink?,
        now: LeadEvent.ContactLink
    ) {
        record(.contactLinked(merged))
        if let survivor {
            if survivor.role != now.role { record(.contactLinked(survivor)) }
        } else {
            record(.contactUnlinked(now))
        }
    }
}

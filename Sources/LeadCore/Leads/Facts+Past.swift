extension Facts {
    /// Refuses something that is said to have happened later than now: nobody could work on a lead from the future.
    package func requirePast(_ moment: Instant, _ pointer: String = "/occurredAt") throws(Refusal) {
        try Refusal.requirePast(moment, now: now, pointer)
    }
}

extension Refusal {
    package static func requirePast(_ moment: Instant, now: Instant, _ pointer: String) throws(Refusal) {
        guard moment > now else { return }
        throw Refusal(
            .invalid,
            "in_the_future",
            "It cannot have happened in the future.",
            issues: [Issue(pointer, "Later than now.")]
        )
    }
}

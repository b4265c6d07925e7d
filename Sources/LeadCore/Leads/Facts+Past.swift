extension Facts {
    /// Refuses something that is said to have happened later than now: nobody could work on a lead from the future.
    package func requirePast(_ occurredAt: Instant) throws(Refusal) {
        guard occurredAt > now else { return }
        throw Refusal(
            .invalid,
            "in_the_future",
            "It cannot have happened in the future.",
            issues: [.init("/occurredAt", "Later than now.")]
        )
    }
}

extension LeadAct {
    /// Says from which signals the lead was recognised, and claims the responses that they are: each counts on as before.
    ///
    /// - Parameter others: the responses that no lead had claimed, besides the one that brought the lead.
    package mutating func recognize(_ recognition: Recognition, claiming others: [LeadEvent.Responded]) {
        record(
            .recognized(
                .init(
                    responses: recognition.evidence.map(\.signal.response),
                    touches: recognition.touches,
                    points: recognition.points,
                    threshold: recognition.threshold
                )
            )
        )
        for response in others { record(.responded(response)) }
    }
}

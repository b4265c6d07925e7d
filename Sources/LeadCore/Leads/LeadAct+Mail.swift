extension LeadAct {
    /// A mail about this lead was sent, could not be, or came back (requirement D1): told, and nothing of its life changes.
    ///
    /// It is no attempt: a program that answers has reached nobody, and the first-response clock runs on.
    package mutating func note(_ mailed: LeadEvent.Mailed) {
        record(.mailed(mailed))
    }
}

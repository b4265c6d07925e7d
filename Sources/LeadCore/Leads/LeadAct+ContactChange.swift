extension LeadEvent {
    /// What is known of a person was set right: which facts, such as `email`, never what they say.
    package struct ContactChange: Hashable, Codable, Sendable {
        package var contact: Contact.ID
        package var facts: [String]
    }
}

extension LeadAct {
    /// Tells that what is known of somebody on the lead was set right; on a closed lead too, whose people live on.
    package mutating func tellChange(of contact: Contact.ID, _ facts: [String]) {
        guard !facts.isEmpty else { return }
        record(.contactChanged(.init(contact: contact, facts: facts)))
    }
}

extension LeadAct {
    /// Adds a person to the lead in a role (requirements B2, B3); responses are untouched (invariant 3).
    package mutating func link(_ contact: Contact.ID, as role: ContactRole) throws(Refusal) {
        try requireOpen()
        record(.contactLinked(.init(contact: contact, role: role)))
    }

    /// Takes a person off the lead; the last one stays.
    package mutating func unlink(_ contact: Contact.ID, role: ContactRole, of linked: Int) throws(Refusal) {
        try requireOpen()
        guard linked > 1 else {
            throw Refusal(.conflict, "last_contact", "A lead needs at least one person. Link another one first.")
        }
        record(.contactUnlinked(.init(contact: contact, role: role)))
    }
}

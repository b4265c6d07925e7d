package import LeadCore
package import LeadStore

/// Two records turn out to be one person: the survivor carries on with the leads, deals and keys of both (requirement B1).
///
/// Nothing is deleted and no response moves, so every campaign counts what it counted; it can be undone. Done twice it is done
/// once.
package struct MergeContacts: Command {
    package static let name = "merge_contacts"
    package static let permission = Permission.workLeads
    package static let isAudited = true

    /// What the survivor can take from the other one instead of keeping its own.
    package enum Field: String, CaseIterable, Codable, Sendable {
        case name, title, email, phone, country, city, account
    }

    package struct Outcome: Codable, Hashable, Sendable {
        package var contact: Contact.ID
        package var merged: Contact.ID
        /// The leads on which the survivor stands for the other one now.
        package var leads: [Lead.ID]
    }

    /// The survivor.
    package var contact: Contact.ID
    package var merged: Contact.ID
    /// What is missing with the survivor is taken anyhow, and an opt-out counts from whichever side it comes.
    package var take: [Field]

    package var subject: String? { "contact:\(contact)" }

    package init(survivor contact: Contact.ID, merged: Contact.ID, take: Set<Field> = []) {
        self.contact = contact
        self.merged = merged
        self.take = Field.allCases.filter(take.contains)
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard contact != merged else { throw Refusal.invalid("/merged", "Choose somebody else.") }
        guard let before = try tx.read.mergeState(of: contact, merged), try desk.access.mayTouch(contact, tx.read)
        else { throw Refusal.notFound("contact") }
        if before.merged.mergedInto == contact { return Outcome(contact: contact, merged: merged, leads: []) }
        guard try desk.access.mayTouch(merged, tx.read) else { throw Refusal.notFound("contact") }
        try requireLiving(before, tx)
        let leads = before.links(of: merged)
        for link in leads {
            var act = try desk.companion(link.lead, tx)
            act.replace(link.event, by: contact, in: try tx.read.links(of: link.lead))
            try tx.update(act)
        }
        try tx.replaceInDeals(before)
        try tx.save(joined(before.survivor, before.merged))
        try tx.save(absorbed(before))
        guard let after = try tx.read.mergeState(of: contact, merged) else { throw Refusal.notFound("contact") }
        try tx.record(before: before, after: after)
        return Outcome(contact: contact, merged: merged, leads: leads.map(\.lead))
    }

    private func requireLiving(_ state: ContactMergeState, _ tx: borrowing Transaction) throws {
        guard try !tx.read.isErased(contact), try !tx.read.isErased(merged) else {
            throw Refusal(.conflict, "contact_erased", "One of the two was erased, so nobody can know who it was.")
        }
        guard state.survivor.mergedInto == nil, state.merged.mergedInto == nil else {
            throw Refusal(
                .conflict,
                "contact_merged",
                "One of the two is the same person as somebody else already; work with that one instead."
            )
        }
    }

    /// The survivor with what it takes and what it lacked.
    private func joined(
        _ own: ContactMergeState.Person,
        _ other: ContactMergeState.Person
    ) -> ContactMergeState.Person {
        func choose(_ field: Field, _ path: KeyPath<ContactMergeState.Person, String?>) -> String? {
            take.contains(field)
                ? other[keyPath: path] ?? own[keyPath: path] : own[keyPath: path] ?? other[keyPath: path]
        }
        var person = own
        if take.contains(.name) { (person.name, person.nameKey) = (other.name, other.nameKey) }
        if take.contains(.account) { person.account = other.account }
        person.title = choose(.title, \.title)
        person.email = choose(.email, \.email)
        person.phone = choose(.phone, \.phone)
        person.country = choose(.country, \.country)
        person.city = choose(.city, \.city)
        person.doNotEmail = own.doNotEmail || other.doNotEmail
        person.doNotCall = own.doNotCall || other.doNotCall
        return person
    }

    /// The other one stays as it was for its responses, but in the survivor's account, so that signals gather in one place.
    private func absorbed(_ state: ContactMergeState) -> ContactMergeState.Person {
        var person = state.merged
        person.account = joined(state.survivor, state.merged).account
        person.mergedInto = state.survivor.id
        return person
    }
}

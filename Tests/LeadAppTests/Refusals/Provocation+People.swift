import LeadApp
import LeadCore
import LeadStore

extension Provocation {
    /// Two records of one person, and erasing one.
    static let persons: [Provocation] = [
        Provocation("erasure_not_confirmed", ["/confirmation"]) { site in
            let person = try await site.person(on: try await site.lead())
            try await site.app.perform(ErasePerson(contact: person, confirmation: "Somebody"), as: .system)
        },
        Provocation("contact_erased") { site in
            let (grace, ada) = try await site.twoPeople()
            try await site.app.perform(ErasePerson(contact: ada, confirmation: "Ada Lovelace"), as: .system)
            try await site.app.perform(MergeContacts(survivor: grace, merged: ada), as: site.manager)
        },
        Provocation("contact_merged") { site in
            let (grace, ada) = try await site.twoPeople()
            try await site.app.perform(MergeContacts(survivor: grace, merged: ada), as: site.manager)
            try await site.app.perform(MergeContacts(survivor: ada, merged: grace), as: site.manager)
        },
        Provocation("contact_not_merged") { site in
            let person = try await site.person(on: try await site.lead())
            try await site.app.perform(UndoContactMerge(merged: person), as: site.manager)
        },
        Provocation("contact_touched") { site in
            let (grace, ada) = try await site.twoPeople()
            try await site.app.perform(MergeContacts(survivor: grace, merged: ada), as: site.manager)
            let move = MoveContact(contact: grace, company: "Remington", withLeads: false)
            try await site.app.perform(move, as: site.manager)
            try await site.app.perform(UndoContactMerge(merged: ada), as: site.manager)
        },
    ]
}

extension ProvokedSite {
    func person(on lead: Lead.ID) async throws -> Contact.ID {
        guard let person = try await workplace.detail(lead).people.first else { throw Refusal.notFound("contact") }
        return person.contact.id
    }

    /// Two people of two companies.
    func twoPeople() async throws -> (grace: Contact.ID, ada: Contact.ID) {
        let other = try await workplace.lead("Ada Lovelace", "Engine")
        return (try await person(on: try await lead()), try await person(on: other))
    }
}

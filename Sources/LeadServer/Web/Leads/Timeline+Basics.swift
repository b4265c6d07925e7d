import LeadApp
import LeadCore
import LeadStore

extension Timeline {
    /// "Bea Ltd: e-mail, phone set right", never the values.
    func contactChanged(_ change: LeadEvent.ContactChange, _ act: Act) -> TimelineEntry {
        let person = answer.people.first { $0.contact.id == change.contact }?.contact.name.trimmed ?? "A person"
        return TimelineEntry(
            act,
            words,
            "pencil",
            "\(person) was changed",
            why: change.facts.map(Self.label).joined(separator: ", ")
        )
    }

    /// "Product class Service instead of General".
    func reclassified(_ change: LeadEvent.Reclassified, _ act: Act) -> TimelineEntry {
        func name(_ id: ProductClass.ID) -> String { answer.classNames[id] ?? "a former class" }
        return TimelineEntry(
            act,
            words,
            "pencil",
            "Product class \(name(change.productClass)) instead of \(name(change.from))",
            why: change.reason
        )
    }

    /// What a fact about a person is called.
    private static func label(_ fact: String) -> String {
        switch fact {
        case "email": "e-mail"
        case "doNotEmail": "may be e-mailed"
        case "doNotCall": "may be called"
        default: fact
        }
    }
}

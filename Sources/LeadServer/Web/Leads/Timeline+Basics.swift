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

    /// "Known at Öl & Söhne; they wrote Gate AG", with the way to move them there.
    func statedCompany(_ activity: ActivityRow) -> TimelineEntry {
        let stated = activity.note ?? ""
        let known = answer.account.personal ? nil : answer.account.name
        let isThere = known.flatMap { CompanyKey($0) } == CompanyKey(stated)
        let isOn = answer.people.contains { $0.contact.id == activity.contact }
        var entry = TimelineEntry(
            icon: "building",
            tone: isThere ? "neutral" : "active",
            title: isThere ? "They wrote \(stated)" : CompanyWords.sentence(known: known, stated: stated),
            text: nil,
            who: words.directory.name(activity.by),
            when: words.time.moment(activity.at)
        )
        if !isThere, isOn, answer.lead.isOpen, let contact = activity.contact {
            let page = LeadAddress.act(answer.lead.id, "contacts/\(contact)/account")
            entry.remedy = LinkView(label: "Other company", href: "\(page)?company=\(Link.encode(stated))")
        }
        return entry
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

extension ActivityRow {
    /// Whether it keeps a company as somebody wrote it.
    var isCompany: Bool { channel == ActivityRecord.statedCompany }
}

enum CompanyWords {
    /// "Known at Öl & Söhne; they wrote Gate AG".
    static func sentence(known: String?, stated: String) -> String {
        "\(known.map { "Known at \($0)" } ?? "Known without a company"); they wrote \(stated)"
    }
}

import LeadCore
import LeadStore

extension UpdateContact {
    /// What they are found by follows what they are: keys of what was wrong go, keys of what is right come.
    func changeKeys(
        from before: ContactRecord,
        to after: ContactRecord,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws {
        let company = try tx.read.accountName(before.account).flatMap { $0.personal ? nil : $0.name } ?? ""
        let old = Self.keys(of: before, company)
        let new = Self.keys(of: after, company)
        for key in new where !old.contains(key) { try requireFree(key, for: after, tx.read, desk.access) }
        for key in old where !new.contains(key) { try tx.dropKey(key.text, kind: key.kind.rawValue, of: contact) }
        for key in new { try tx.addKey(key.text, kind: key.kind.rawValue, to: contact) }
    }

    private static func keys(of person: ContactRecord, _ company: String) -> [MatchKey] {
        matchKeys(
            for: PersonFacts(
                emails: person.email.map { [$0] } ?? [],
                phones: person.phone.map { [$0] } ?? [],
                name: person.nameKey.isEmpty ? "" : person.name,
                company: company
            )
        )
    }

    /// Refuses what says that they are somebody else whom we know; offices share phones, so there the name decides.
    private func requireFree(
        _ key: MatchKey,
        for person: ContactRecord,
        _ snapshot: borrowing Snapshot,
        _ access: Access
    ) throws {
        let others = try snapshot.contacts(withKey: key.text, kind: key.kind.rawValue).filter { other in
            other.id != contact
                && (key.kind != .phone || other.nameKey.isEmpty || person.nameKey.isEmpty
                    || other.nameKey == person.nameKey)
        }
        guard let other = others.first else { return }
        let isSeen = try access.mayTouch(other.id, snapshot)
        throw Refusal(
            .conflict,
            "contact_known",
            isSeen
                ? "\(other.name.prefix(80)) is known by this already. If they are one person, merge their leads instead."
                : "Somebody is known by this already, on leads that you do not see. Ask whoever manages yours.",
            issues: [
                .init(
                    key.kind.field,
                    isSeen
                        ? "Belongs to \(other.name.prefix(80))." : "Belongs to somebody on leads that you do not see."
                )
            ]
        )
    }
}

extension MatchKey.Kind {
    /// The field that the key comes from.
    fileprivate var field: String {
        switch self {
        case .email: "/email"
        case .phone: "/phone"
        case .nameCompany: "/name"
        case .externalID: "/externalID"
        }
    }
}

package import LeadCore
import LeadStore

/// Name, e-mail address and role of somebody who gets an account, checked.
package struct NewPerson: Codable, Hashable, Sendable {
    package let name: String
    package let email: String
    package let role: Role

    package init(name: String, email: String, role: Role) throws(Refusal) {
        var issues: [Refusal.Issue] = []
        let email = email.trimmed?.lowercased() ?? ""
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        if name.trimmed == nil { issues.append(.init("/name", "A name is needed.")) }
        if parts.count != 2 || parts.contains(where: \.isEmpty) || email.contains(where: \.isWhitespace)
            || email.count > 254
        {
            issues.append(.init("/email", "This is no e-mail address."))
        }
        guard issues.isEmpty else {
            throw Refusal(.invalid, "invalid_input", issues.map(\.message).joined(separator: " "), issues: issues)
        }
        self.name = name.trimmed ?? ""
        self.email = email
        self.role = role
    }

    func record(_ id: User.ID, passwordHash: String?) -> UserRecord {
        UserRecord(id: id, email: email, name: name, role: role, passwordHash: passwordHash, active: true)
    }
}

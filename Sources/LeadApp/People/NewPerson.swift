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
        do { self.name = try Self.checked(name: name) } catch {
            self.name = ""
            issues += error.issues
        }
        if parts.count != 2 || parts.contains(where: \.isEmpty) || email.contains(where: \.isWhitespace)
            || email.count > 254
        {
            issues.append(.init("/email", "This is no e-mail address."))
        }
        guard issues.isEmpty else {
            throw Refusal(.invalid, "invalid_input", issues.map(\.message).joined(separator: " "), issues: issues)
        }
        self.email = email
        self.role = role
    }

    /// What somebody is called: 1 to 200 characters.
    static func checked(name: String) throws(Refusal) -> String {
        guard let name = name.trimmed else { throw .invalid("/name", "A name is needed.") }
        guard name.count <= 200 else { throw .invalid("/name", "A name has at most 200 characters.") }
        return name
    }

    func record(_ id: User.ID, passwordHash: String?) -> UserRecord {
        UserRecord(id: id, email: email, name: name, role: role, passwordHash: passwordHash, active: true)
    }
}

import Foundation
import LeadCore
import LeadFixtures

/// Who can sign in to the demo world.
enum DemoUsers {
    private struct Printed: Encodable {
        var role: String
        var name: String
        var email: String
        var password: String
    }

    /// One user of each role, as an array of `{"role": "inside sales", "name": …, "email": …, "password": …}`.
    static func json() throws -> String {
        let users = Cast.oneOfEachRole.map { person in
            Printed(
                role: person.role.label.lowercased(),
                name: person.name,
                email: person.email,
                password: Cast.password
            )
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(users), as: UTF8.self)
    }

    static var table: String {
        let rows = Cast.oneOfEachRole.map { [$0.role.label, $0.name, $0.email, Cast.password] }
        return TextTable(header: ["role", "name", "e-mail", "password"], rows: rows).text
    }
}

package import LeadCore

/// Somebody of the demo company; all of them are invented.
package struct Person: Sendable {
    package var name: String
    package var email: String
    package var role: Role
    /// How long they take for the same thing: 1 is usual, 2 twice as long.
    var pace: Double

    init(_ name: String, _ role: Role, pace: Double = 1) {
        let first = name.prefix { $0 != " " }.lowercased()
        self.name = name
        email = "\(first)@demo.baton.example"
        self.role = role
        self.pace = pace
    }
}

/// The people of Lumen Metrik, the company of the demo world: it makes industrial 3D scanners and the software for them.
package enum Cast {
    /// What every demo user signs in with.
    package static let password = "pass-the-baton"

    static let administrator = Person("Petra Lind", .administrator)
    static let manager = Person("Jonas Feld", .manager)
    static let marketing = [Person("Nina Castell", .marketing), Person("David Okoye", .marketing)]
    static let insideSales = [
        Person("Maria Sommer", .insideSales), Person("Tom Brandt", .insideSales, pace: 0.6),
        Person("Aylin Kaya", .insideSales, pace: 0.8), Person("Ben Whitfield", .insideSales, pace: 2.1),
    ]
    static let fieldSales = [
        Person("Frida Holm", .fieldSales, pace: 0.8), Person("Luca Moretti", .fieldSales),
        Person("Claire Dubois", .fieldSales, pace: 0.7), Person("Marek Nowak", .fieldSales, pace: 1.3),
        Person("Henrik Vogt", .fieldSales, pace: 1.7),
    ]
    static let partners = [Person("Sanne de Wit", .partner), Person("Oskar Nyberg", .partner, pace: 1.4)]

    package static let everybody =
        [administrator, manager, Person("Ruth Adler", .manager)] + marketing + insideSales + fieldSales + partners

    /// The first of each role: who to sign in as to see what the role sees.
    package static let oneOfEachRole = Role.allCases.compactMap { role in everybody.first { $0.role == role } }
}

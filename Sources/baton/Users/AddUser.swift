import ArgumentParser
import LeadApp
import LeadCore

/// The `user add` subcommand.
struct AddUser: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Give somebody an account.",
        discussion: """
            Asks for the password, or reads it from standard input. The first account of a workspace is an administrator's.
            """
    )

    @Option(help: "Used to sign in.")
    var email: String

    @Option(help: "As colleagues know them.")
    var name: String

    @Option(help: "administrator, manager, marketing, inside-sales, field-sales or partner.")
    var role = Role.insideSales

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let app = try await Workspace.open(try await workspace.load())
        let isFirst = try await app.fetch(PeopleCount(), as: .system) == 0
        guard !isFirst || role == .administrator else {
            throw ValidationError("The first account must be an administrator's: --role administrator.")
        }
        let password = try Terminal.password()
        if isFirst {
            try await app.perform(
                CreateFirstAdministrator.checked(link: nil, name: name, email: email, password: password),
                as: .system
            )
        } else {
            let person = try NewPerson(name: name, email: email, role: role)
            try await app.perform(CreateUser(person, passwordHash: Password.hash(password)), as: .system)
        }
        Terminal.line("\(name) can sign in as \(email).")
    }
}

extension Role: ExpressibleByArgument {
    /// `inside-sales` and `inside_sales` alike.
    public init?(argument: String) {
        self.init(rawValue: argument.split(separator: "-").joined(separator: "_"))
    }

    public var defaultValueDescription: String {
        rawValue.split(separator: "_").joined(separator: "-")
    }
}

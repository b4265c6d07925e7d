import ArgumentParser

/// The `user` subcommand.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Add people, list them, set a password, make an API token, or let somebody leave.",
        discussion:
            "For the operator of the server's own machine; in the product, administrators use Settings, People.",
        subcommands: [AddUser.self, ListUsers.self, SetUserPassword.self, AddToken.self, DeactivateUser.self]
    )
}

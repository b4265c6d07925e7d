import LeadApp
import LeadCore

/// The first start of a workspace: nobody has an account yet, so whoever reads the terminal may create the first one.
enum FirstStart {
    /// The path of a fresh link, good for one use; nil when the workspace has its people.
    static func setupLink(_ app: App) async throws -> String? {
        guard try await app.fetch(PeopleCount(), as: .system) == 0 else { return nil }
        let secret = Secret.random()
        try await app.perform(IssueSetupLink(secret), as: .system)
        return "/setup/\(secret.text)"
    }

    static func notice(_ link: String) -> String {
        Terminal.box(["Open this link to create the administrator (24 hours, one use):", "", link])
    }
}

import Hummingbird
import LeadApp
import LeadCore
import Logging

/// What every handler needs: the two doors of the application, and how pages are drawn.
struct Site: Sendable {
    let app: App
    let configuration: ServerConfiguration
    let assets: Assets
    let templates: Templates
    let credentials: Credentials
    let signIn: SignIn
    let importer: Importer
    let importRunner: ImportRunner
    let rateLimiter: RateLimiter
    /// How far the ledger is, for open pages.
    let pulse = LedgerPulse()
    /// Signs when a public form was shown.
    let stamp: FormStamp

    init(
        app: App,
        configuration: ServerConfiguration,
        logger: Logger = Logger(label: "baton")
    ) async throws {
        self.app = app
        self.configuration = configuration
        assets = try Assets(vendor: configuration.vendorAssets)
        templates = try Templates(assets: assets)
        credentials = Credentials(app)
        signIn = SignIn(app)
        importer = Importer(app: app, folder: configuration.imports)
        importRunner = ImportRunner(importer, logger: logger)
        rateLimiter = RateLimiter(limit: configuration.requestsPerMinute, clock: app.clock)
        stamp = FormStamp(secret: try await app.perform(StampSecret(), as: .system))
    }

    /// A whole page.
    func page<View: Page>(_ view: View, status: HTTPResponse.Status = .ok) throws -> Response {
        try .html(templates.render(view, View.template), status: status)
    }

    /// A part of a page, as partial updates ask for.
    func part(_ template: String, _ view: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        try .html(templates.render(view, template), status: status)
    }
}

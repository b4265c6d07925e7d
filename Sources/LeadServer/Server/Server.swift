import Hummingbird
package import LeadApp
package import Logging
import NIOCore
import ServiceLifecycle

/// Baton over HTTP: pages, API, public forms and assets in front of one `App`.
///
/// Run it in a `ServiceGroup`: on graceful shutdown it takes no new connections and finishes what is under way.
package struct Server: Sendable {
    private let app: App
    private let configuration: ServerConfiguration
    private let logger: Logger
    private let started: @Sendable (Int) async -> Void

    /// - Parameter started: told the port once the server listens.
    package init(
        app: App,
        configuration: ServerConfiguration,
        logger: Logger,
        started: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.app = app
        self.configuration = configuration
        self.logger = logger
        self.started = started
    }

    package func run() async throws {
        let site = try await Site(app: app, configuration: configuration, logger: logger)
        var application = Application(
            router: Routes.router(of: site),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [ConnectionDeadlines(configuration.patience, logger)]
                )
            ),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                serverName: "Baton",
                backlog: 1024,
                availableConnectionsDelegate: ConnectionLimit(
                    configuration.mostConnections ?? ConnectionLimit.fitting,
                    logger
                )
            ),
            onServerRunning: { [started] channel in await started(channel.localAddress?.port ?? 0) },
            logger: logger
        )
        application.addServices(site.importRunner)
        try await application.run()
    }
}

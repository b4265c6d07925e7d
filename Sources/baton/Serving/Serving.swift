import Foundation
import LeadApp
import LeadCore
import LeadServer
import Logging
import ServiceLifecycle
import UnixSignals

/// A workspace being served: the web server and the timers beside it, until somebody stops the process.
struct Serving {
    let config: Config
    let app: App
    /// Told the server's address once it listens.
    let started: @Sendable (String) async -> Void

    func run() async throws {
        let logger = Log.logger(config)
        let services = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: WebService(server: server(logger))),
                    .init(service: ClockService(app: app, logger: logger)),
                    .init(service: DecayService(app: app, logger: logger)),
                    .init(service: mail(logger)),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        do {
            try await services.run()
        } catch let error where String(describing: error).contains("Address already in use") {
            Terminal.fail("Port \(config.port) is in use already. Choose another one with --port.")
        }
    }

    private func server(_ logger: Logger) -> Server {
        Server(
            app: app,
            configuration: ServerConfiguration(
                host: config.host,
                port: config.port,
                vendorAssets: config.vendorAssets,
                imports: config.importsPath,
                trustProxy: config.trustProxy,
                publicURL: config.publicURL,
                cookieSecure: config.publicURL?.hasPrefix("https://") ?? false,
                requestsPerMinute: config.apiRate
            ),
            logger: logger
        ) { [config, app, started] port in
            let address = config.address(port: port)
            let mail = MailSettings(from: config.mail.from, replyTo: config.mail.replyTo, base: address)
            do { try await app.perform(RememberMail(mail), as: .system) } catch {
                logger.error("how mail is sent could not be kept", metadata: ["error": "\(error)"])
            }
            await started(address)
        }
    }

    private func mail(_ logger: Logger) -> MailService {
        MailService(
            app: app,
            mailer: config.mail.mailer(outbox: config.outboxPath),
            bounces: config.mail.bounces.map { BounceFolder(app: app, folder: $0, logger: logger) },
            logger: logger
        )
    }
}

private struct WebService: Service {
    let server: Server

    func run() async throws {
        try await server.run()
    }
}

/// The process's log: one line an event, on standard error.
enum Log {
    static func logger(_ config: Config) -> Logger {
        var logger = Logger(label: "baton") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = config.logLevel
        return logger
    }
}

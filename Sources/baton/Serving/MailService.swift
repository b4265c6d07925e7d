import LeadApp
import LeadCore
import Logging
import ServiceLifecycle

/// Takes mail out as it falls due, and reads what comes back; it keeps nothing in memory.
struct MailService: Service {
    let app: App
    let mailer: any Mailer
    let bounces: BounceFolder?
    let logger: Logger
    /// How late a mail may be that is queued while nothing waits.
    private static let pause = Duration.milliseconds(100)
    private static let pauseAfterFault = Duration.seconds(5)
    private static let roundsPerReading = 100

    func run() async throws {
        let sender = MailSender(app: app, mailer: mailer, logger: logger)
        await cancelWhenGracefulShutdown {
            var rounds = 0
            while !Task.isCancelled {
                if rounds % Self.roundsPerReading == 0 { await read() }
                rounds += 1
                try? await Task.sleep(for: await send(sender))
            }
        }
        mailer.close()
    }

    /// Sends what is due and says how long to wait.
    private func send(_ sender: MailSender) async -> Duration {
        do {
            guard let due = try await app.fetch(NextMailDue(), as: .system), due <= app.clock() else {
                return Self.pause
            }
            return try await sender.round() > 0 ? .zero : Self.pause
        } catch {
            logger.error("mail could not be sent", metadata: ["error": "\(error)"])
            return Self.pauseAfterFault
        }
    }

    private func read() async {
        do {
            try await bounces?.read()
        } catch {
            logger.error("mail that came back could not be read", metadata: ["error": "\(error)"])
        }
    }
}

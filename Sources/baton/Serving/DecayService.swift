import LeadApp
import LeadCore
import Logging
import ServiceLifecycle

/// Fits the workspace's own half-life once a day, for the order of Today.
struct DecayService: Service {
    let app: App
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await fit()
                try? await Task.sleep(for: .seconds(600))
            }
        }
    }

    private func fit() async {
        do {
            guard let due = try await app.fetch(DecayFitDue(), as: .system) else { return }
            try await app.perform(KeepDecayFit(fit: due.fit), as: .system)
            logger.info("half-life fitted", metadata: ["hours": "\(due.fit?.halfLife ?? 0)"])
        } catch {
            logger.error("half-life could not be fitted", metadata: ["error": "\(error)"])
        }
    }
}

import LeadApp
import Logging
import ServiceLifecycle

/// Carries out imports and undos in the background: first those that a stop of the process left, then each when it begins, and again
/// those that failed or that another process has left.
///
/// What there is to do stands in the workspace; the runner only knows when to look.
struct ImportRunner: Service {
    private let importer: Importer
    private let logger: Logger
    private let calls: AsyncStream<Void>
    private let caller: AsyncStream<Void>.Continuation
    /// How often it looks without being called.
    private static let pause = Duration.seconds(15)

    init(_ importer: Importer, logger: Logger) {
        self.importer = importer
        self.logger = logger
        (calls, caller) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Says that there is something to do.
    func call() {
        caller.yield()
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await look() }
                group.addTask { await wakeUp() }
                _ = await group.next()
                group.cancelAll()
            }
        }
    }

    private func look() async {
        await carryOn(includesBusy: true)
        for await _ in calls { await carryOn(includesBusy: false) }
    }

    private func wakeUp() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.pause)
            caller.yield()
        }
    }

    private func carryOn(includesBusy: Bool) async {
        for fault in await importer.resume(includesBusy: includesBusy) {
            let id = fault.id.map { "\($0)" } ?? "unknown"
            logger.error("an import could not be carried on", metadata: ["import": "\(id)", "error": "\(fault.error)"])
        }
    }
}

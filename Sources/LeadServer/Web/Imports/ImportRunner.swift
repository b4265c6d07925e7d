import LeadApp
import ServiceLifecycle

/// Carries out imports and undos in the background: first those that a stop of the process left, then each when it begins.
///
/// What there is to do stands in the workspace; the runner only knows when to look.
struct ImportRunner: Service {
    private let importer: Importer
    private let calls: AsyncStream<Void>
    private let caller: AsyncStream<Void>.Continuation

    init(_ importer: Importer) {
        self.importer = importer
        (calls, caller) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Says that there is something to do.
    func call() {
        caller.yield()
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            try? await importer.resume()
            for await _ in calls { try? await importer.resume() }
        }
    }
}

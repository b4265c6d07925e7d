import Hummingbird
import Logging

/// One line per answered request, and the client's address as the proxy tells it.
///
/// The line has the pattern of the address, not the address itself: some addresses hold a secret.
struct RequestLog: RouterMiddleware {
    let trustProxy: Bool

    func handle(_ request: Request, context: Visit, next: Next) async throws -> Response {
        var visit = context
        if trustProxy, let forwarded = request.headers[.xForwardedFor]?.split(separator: ",").last {
            visit.address = String(forwarded.drop { $0 == " " })
        }
        let start = ContinuousClock.now
        let response = try await next(request, visit)
        visit.logger.debug(
            "\(request.method) \(visit.endpointPath ?? "?") \(response.status.code)",
            metadata: ["took": "\(ContinuousClock.now - start)", "address": "\(visit.address)"]
        )
        return response
    }
}

import Hummingbird
import LeadCore
import Logging

/// Turns every error into an answer, once: problem+json below `/v1`, a page elsewhere.
///
/// No detail of our own faults leaves the house; the answer names the request under which the log has them.
struct FaultMiddleware: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request,
        context: Visit,
        next: Next
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return try await answer(error, request, context)
        }
    }

    func answer(_ error: any Error, _ request: Request, _ visit: Visit) async throws -> Response {
        let fault = Fault(error)
        if fault.isOurs {
            visit.logger.error("\(request.method) \(visit.endpointPath ?? "?") failed", metadata: ["error": "\(error)"])
        }
        let reference = fault.isOurs ? visit.id : nil
        if request.uri.path.hasPrefix("/v1/") || request.uri.path == "/v1" {
            let submission = (error as? RefusedArrival)?.submission
            return try Problem(fault, submission: submission, request: reference).response(headers: fault.headers)
        }
        return try await page(fault, reference, request, visit)
    }

    private func page(_ fault: Fault, _ reference: String?, _ request: Request, _ visit: Visit) async throws -> Response
    {
        let visit = (try? await site.identified(visit, by: request)) ?? visit
        var issues = fault.issues.map(\.message)
        if let reference { issues.append("Request \(reference)") }
        let view = ErrorView(
            page: site.frame(fault.status.reasonPhrase, visit),
            code: String(fault.status.code),
            sentence: fault.sentence,
            issues: issues,
            back: visit.credential == nil
                ? LinkView(label: "Sign in", href: "/sign-in") : LinkView(label: "To Today", href: "/today")
        )
        var response = try site.page(view, status: fault.status)
        response.headers.append(contentsOf: fault.headers)
        return response
    }
}

import HTTPTypes
import Hummingbird

/// What every answer tells the browser not to do.
///
/// Pages may be framed by nobody; a public form may be, and says so itself.
struct SecurityHeaders: RouterMiddleware {
    private static let policy = """
        default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; \
        frame-ancestors 'none'
        """

    func handle(
        _ request: Request,
        context: Visit,
        next: Next
    ) async throws -> Response {
        var response = try await next(request, context)
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = Self.policy
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "same-origin"
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}

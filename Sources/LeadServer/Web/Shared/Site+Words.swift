import Hummingbird
import LeadApp
import LeadCore

extension Site {
    /// Moments in words, as of now and in the workspace's zone.
    func time(for actor: Actor) async throws -> TimeWords {
        let choices = try await app.fetch(Choices(), as: actor)
        return TimeWords(now: choices.now, zone: choices.policy.calendar.zone)
    }

    /// A path of this site as others must write it: with the name that the workspace has outside, or under which the request
    /// reached us.
    func address(_ path: String, _ request: Request) -> String {
        if let outside = configuration.publicURL {
            return (outside.hasSuffix("/") ? String(outside.dropLast()) : outside) + path
        }
        let scheme = configuration.cookieSecure ? "https" : "http"
        let host = request.head.authority ?? "\(configuration.host):\(configuration.port)"
        return "\(scheme)://\(host)\(path)"
    }
}

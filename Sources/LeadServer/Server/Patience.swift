/// How long the server waits for the other end before it closes a connection.
package struct Patience: Sendable {
    /// For the head of a request: from the moment that the connection is there, or that the last answer went out.
    package var head = Duration.seconds(60)
    /// For a body, whatever its size; longer ones get the time that they need at `slowest`.
    package var body = Duration.seconds(60)
    /// Bytes a second below which a body is not worth waiting for.
    package var slowest = 1000
    /// For somebody who does not take what was sent to them.
    package var stalled = Duration.seconds(60)

    package init() {}

    /// How long a body of which so much has come may have taken.
    func allowance(_ bytes: Int) -> Duration {
        body + .milliseconds(bytes * 1000 / max(slowest, 1))
    }
}

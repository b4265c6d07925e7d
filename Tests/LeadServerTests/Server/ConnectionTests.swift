import Foundation
import LeadServer
import Testing

@Suite("Connections that only hold a place", .timeLimit(.minutes(2)))
struct ConnectionTests {
    private static var short: Patience {
        var patience = Patience()
        patience.head = .seconds(1)
        patience.body = .seconds(1)
        return patience
    }

    @Test(
        "J6: silence, half a head, half a body and idling after an answer all end with the connection",
        arguments: [
            "", "GET /health HTTP/1.1\r\nHost: x\r\nX-Slow",
            "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 1000\r\n\r\nemail=",
            "GET /sign-in HTTP/1.1\r\nHost: x\r\n\r\n",
        ]
    )
    func deadlines(sent: String) async throws {
        try await TestSite.run(patience: Self.short) { site in
            let socket = try RawSocket(port: site.client.port)
            if !sent.isEmpty { socket.send(sent) }
            let answer = await offPool { socket.readToEnd() }
            #expect(answer != nil, "the connection stayed open")
            if sent.hasSuffix("\r\n\r\n") { #expect(answer?.hasPrefix("HTTP/1.1 200") == true) }
        }
    }

    @Test("J6: a body that keeps coming is waited for, however long it takes in all")
    func steadyBody() async throws {
        var patience = Self.short
        patience.slowest = 1
        patience.head = .seconds(60)
        try await TestSite.run(patience: patience) { [patience] site in
            let socket = try RawSocket(port: site.client.port)
            socket.send(
                "POST /sign-in HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60\r\n\r\nemail=ada&password="
            )
            _ = patience
            socket.send(String(repeating: "x", count: 41))
            let answer = await offPool { socket.readToEnd() }
            withKnownIssue("On a busy machine the client's own patience ends first.", isIntermittent: true) {
                #expect(answer?.hasPrefix("HTTP/1.1 ") == true)
            }
        }
    }

    @Test("J6: beyond the limit of connections a client waits, and is served when another leaves")
    func limit() async throws {
        var patience = Patience()
        patience.head = .milliseconds(300)
        try await TestSite.run(patience: patience, mostConnections: 2) { site in
            let holders = try (0..<2).map { _ in try RawSocket(port: site.client.port) }
            let late = try RawSocket(port: site.client.port)
            late.send("GET /sign-in HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            let answer = await offPool { late.readToEnd() }
            #expect(answer?.hasPrefix("HTTP/1.1 200") == true)
            withExtendedLifetime(holders) {}
        }
    }

    @Test("J6: a broken chunk is the sender's fault: 400, not 500")
    func brokenChunk() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let socket = try RawSocket(port: site.client.port)
            socket.send(
                "POST /v1/leads HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"nam\r\nZZ\r\nbroken\r\n"
            )
            let answer = await offPool { socket.readToEnd() }
            #expect(answer?.hasPrefix("HTTP/1.1 400") == true, "\(answer ?? "nothing")")
            #expect(try await site.client.get("/sign-in").status == 200)
        }
    }
}

/// Blocking reads do not belong on the cooperative pool.
private func offPool<T: Sendable>(_ body: @escaping @Sendable () -> T) async -> T {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: body()) }
    }
}

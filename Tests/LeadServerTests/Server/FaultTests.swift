import HTTPTypes
import LeadCore
import LeadStore
import NIOCore
import NIOHTTP1
import Testing

@testable import LeadServer

@Suite("Errors as the doors tell them")
struct FaultTests {
    @Test("too many writers: come again, after a second")
    func overload() {
        let fault = Fault(StoreError.overloaded)
        #expect(fault.status.code == 503)
        #expect(fault.headers[.retryAfter] == "1")
        #expect(!fault.isOurs)
    }

    @Test("J6: a full disk and a lost workspace are told as such, and the log has them")
    func storage() {
        for error in [StoreError.diskFull, .transactionLost, .fileLost] {
            let fault = Fault(error)
            #expect(fault.status.code == 503)
            #expect(fault.headers[.retryAfter] == "60")
            #expect(fault.isOurs)
        }
    }

    @Test("J6: a client that hangs up is no fault of ours")
    func hangingUp() {
        #expect(!Fault(CancellationError()).isOurs)
        #expect(!Fault(ChannelError.eof).isOurs)
        #expect(!Fault(IOError(errnoCode: 104, reason: "read")).isOurs)
        #expect(Fault(HTTPParserError.invalidChunkSize).status.code == 400)
    }

    @Test("a fault of ours says nothing of itself")
    func ours() {
        struct Secret: Error { let text = "password is 1234" }
        let fault = Fault(Secret())
        #expect(fault.status.code == 500 && fault.isOurs)
        #expect(!fault.sentence.contains("1234"))
    }

    @Test(
        "each kind of refusal has its status",
        arguments: zip(
            [Refusal.Kind.invalid, .notFound, .forbidden, .unauthenticated, .conflict, .overLimit, .outdated],
            [422, 404, 403, 401, 409, 429, 412]
        )
    )
    func kinds(_ kind: Refusal.Kind, _ status: Int) {
        #expect(Fault(Refusal(kind, "code", "Sentence.")).status.code == status)
    }
}

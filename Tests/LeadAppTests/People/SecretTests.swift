import LeadApp
import LeadCore
import Testing

@Suite("Secrets and limits")
struct SecretTests {
    @Test("base 64 for links agrees with RFC 4648's own examples")
    func base64() {
        let examples = [
            "": "", "f": "Zg", "fo": "Zm8", "foo": "Zm9v", "foob": "Zm9vYg", "fooba": "Zm9vYmE",
        ]
        for (text, wanted) in examples {
            #expect(Base64URL.text(of: Array(text.utf8)) == wanted)
            #expect(Base64URL.bytes(of: wanted) == Array(text.utf8))
        }
        #expect(Base64URL.text(of: [0xFB, 0xFF]) == "-_8")
        #expect(Base64URL.bytes(of: "a+b") == nil)
    }

    @Test("secrets are 256 bits, never the same, and compared as a whole")
    func random() {
        let secrets = (0..<100).map { _ in Secret.random().text }
        #expect(Set(secrets).count == 100)
        #expect(secrets.allSatisfy { $0.utf8.count == 43 })
        #expect(Secret.equal("abc", "abc"))
        #expect(!Secret.equal("abc", "abd") && !Secret.equal("abc", "ab"))
    }

    @Test("a password is kept as argon2id, and only the right one matches")
    func password() async throws {
        let hash = try await Password.hash("a few plain words")
        #expect(hash.hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$"))
        #expect(await Password.matches("a few plain words", hash: hash))
        #expect(await !Password.matches("a few plain wordz", hash: hash))
        #expect(await !Password.matches("a few plain words", hash: nil))
        await #expect(throws: Refusal.self) { try await Password.hash("short") }
    }

    @Test("a throttle lets so many through within its window, which slides")
    func throttle() {
        let throttle = Throttle(limit: 2, per: .seconds(10))
        func at(_ second: Int64) -> Instant { Instant(milliseconds: second * 1000) }
        #expect(throttle.count("a", at: at(0)) && throttle.count("a", at: at(5)))
        #expect(!throttle.count("a", at: at(9)) && throttle.wait("a", at: at(9)) == .seconds(1))
        #expect(throttle.count("b", at: at(9)))
        #expect(throttle.count("a", at: at(10)))
        #expect(!throttle.count("a", at: at(14)))
        throttle.giveBack("a")
        #expect(throttle.count("a", at: at(14)) && !throttle.count("a", at: at(14)))
        throttle.forget("a")
        #expect(throttle.wait("a", at: at(14)) == .zero)
    }

    @Test("a throttle keeps no more keys than it may, and the busy ones longest")
    func boundedThrottle() {
        let throttle = Throttle(limit: 1, per: .seconds(1000), mostKeys: 10)
        for second in 0..<100 { throttle.count("k\(second)", at: Instant(milliseconds: Int64(second) * 1000)) }
        #expect(throttle.keys <= 10)
        #expect(!throttle.count("k99", at: Instant(milliseconds: 99_000)))
    }

    @Test("a form's stamp tells its age, for that form and key alone")
    func stamp() {
        let stamp = FormStamp(secret: "one")
        let text = stamp.text(form: "f", at: Instant(milliseconds: 1000))
        #expect(stamp.age(of: text, form: "f", at: Instant(milliseconds: 4000)) == .seconds(3))
        #expect(stamp.age(of: text, form: "g", at: Instant(milliseconds: 4000)) == nil)
        #expect(FormStamp(secret: "two").age(of: text, form: "f", at: Instant(milliseconds: 4000)) == nil)
        #expect(stamp.age(of: "5" + text, form: "f", at: Instant(milliseconds: 4000)) == nil)
        #expect(stamp.age(of: "", form: "f", at: Instant(milliseconds: 4000)) == nil)
    }
}

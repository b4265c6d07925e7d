import Testing

@testable import LeadServer

@Suite("Text from anybody")
struct InertTextTests {
    @Test("what turns a line around or hides is shown by its name")
    func hidden() {
        #expect(InertText.visible("ab\u{202E}cd") == "ab‹U+202E›cd")
        #expect(InertText.visible("a\u{0}b\u{1B}[31m\u{7F}") == "a␀b␛[31m␡")
        #expect(InertText.visible("\u{FEFF}x\u{200B}") == "‹U+FEFF›x‹U+200B›")
        #expect(InertText.visible("\u{E0041}") == "‹U+E0041›")
    }

    @Test(
        "words of any language stay as they are",
        arguments: ["Grüße, Tomás", "מזל טוב", "مرحبا بك", "می‌خواهم", "नमस्ते", "日本語\tok\r\nnext", "👩‍👩‍👧 🏳️‍🌈"]
    )
    func plain(_ text: String) {
        #expect(InertText.visible(text) == text)
    }

    @Test("an excerpt says whether it is all, and never cuts a character")
    func excerpt() {
        #expect(InertText.excerpt("four", 4) == ("four", true))
        #expect(InertText.excerpt("👩‍👩‍👧👩‍👩‍👧", 1) == ("👩‍👩‍👧 …", false))
    }
}

@Suite("Sizes and counts in words")
struct CountWordsTests {
    @Test(
        "sizes",
        arguments: [
            (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1 kB"), (1234, "1.2 kB"), (48_500, "48 kB"),
            (512_000_000, "512 MB"), (1_999_999_999, "1.9 GB"),
        ]
    )
    func sizes(_ bytes: Int, _ words: String) {
        #expect(ByteWords.size(bytes) == words)
    }

    @Test("counts are grouped, and one is one")
    func counts() {
        #expect(CountWords.number(0) == "0")
        #expect(CountWords.number(999) == "999")
        #expect(CountWords.number(1_234_567) == "1,234,567")
        #expect(CountWords.counted(1, "row", "rows") == "1 row")
        #expect(CountWords.counted(6468, "row", "rows") == "6,468 rows")
    }
}

import LeadCore
import Testing

@Suite("Calendar entries and address cards")
struct ContentLinesTests {
    @Test("X18: a calendar entry has its times, escaped words and lines of at most 75 bytes")
    func calendar() {
        let entry = CalendarEntry(
            id: "7@baton",
            title: "Call; now, \\ or\nnever: " + String(repeating: "Grüße ", count: 20),
            note: "",
            start: Instant(milliseconds: 1_781_690_400_000),
            stamp: Instant(milliseconds: 1_781_690_399_000)
        ).text
        let unfolded = entry.replacing("\r\n ", with: "")
        #expect(unfolded.contains("\r\nDTSTART:20260617T100000Z\r\n"))
        #expect(unfolded.contains("\r\nDTSTAMP:20260617T095959Z\r\n"))
        #expect(unfolded.contains("SUMMARY:Call\\; now\\, \\\\ or\\nnever: Grüße Grüße"))
        #expect(unfolded.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && unfolded.hasSuffix("END:VCALENDAR\r\n"))
        #expect(entry.utf8.split(separator: 10).allSatisfy { $0.count <= 76 })
    }

    @Test("X18: a card has the name in parts, and no text can end its line")
    func card() {
        var card = ContactCard(name: "Grace Brewster Hopper")
        card.company = "Navy, Ltd\r\nEND:VCARD"
        card.phone = "+1 555 1234"
        let text = card.text
        #expect(text.contains("FN:Grace Brewster Hopper\r\nN:Hopper;Grace Brewster;;;\r\n"))
        #expect(text.contains("ORG:Navy\\, Ltd\\nEND:VCARD\r\n"))
        #expect(text.hasPrefix("BEGIN:VCARD\r\nVERSION:4.0\r\n"))
        #expect(text.split(separator: "\r\n").filter { $0 == "END:VCARD" }.count == 1)
    }
}

/// Lines as iCalendar and vCard write them (RFC 5545 section 3.1, RFC 6350 section 3.2): CRLF, folded at 75 bytes, text escaped.
struct ContentLines {
    private(set) var text = ""

    mutating func add(_ name: String, _ value: String) {
        var width = 0
        for scalar in "\(name):\(value)".unicodeScalars {
            let size = String(scalar).utf8.count
            if width + size > 75 {
                text += "\r\n "
                width = 1
            }
            text.unicodeScalars.append(scalar)
            width += size
        }
        text += "\r\n"
    }

    /// Text in which nothing can end the value, its part or its line.
    static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n").replacing("\r", with: "\\n")
    }
}

/// The next step of a lead as a calendar has it.
package struct CalendarEntry: Sendable {
    package var id: String
    package var title: String
    package var note: String
    package var start: Instant
    package var stamp: Instant

    package init(id: String, title: String, note: String, start: Instant, stamp: Instant) {
        self.id = id
        self.title = title
        self.note = note
        self.start = start
        self.stamp = stamp
    }

    /// An event of half an hour (RFC 5545).
    package var text: String {
        var lines = ContentLines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", "-//Baton//Lead//EN")
        lines.add("METHOD", "PUBLISH")
        lines.add("BEGIN", "VEVENT")
        lines.add("UID", id)
        lines.add("DTSTAMP", Self.time(stamp))
        lines.add("DTSTART", Self.time(start))
        lines.add("DURATION", "PT30M")
        lines.add("SUMMARY", ContentLines.escaped(title))
        lines.add("DESCRIPTION", ContentLines.escaped(note))
        lines.add("END", "VEVENT")
        lines.add("END", "VCALENDAR")
        return lines.text
    }

    private static func time(_ at: Instant) -> String {
        let local = ZoneRules.utc.local(at)
        let date = local.date.components
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return
            "\(date.year)\(two(date.month))\(two(date.day))T\(two(local.hour))\(two(local.minute))\(two(local.second))Z"
    }
}

/// Somebody as an address book has them.
package struct ContactCard: Sendable {
    package var name: String
    package var company: String?
    package var title: String?
    package var email: String?
    package var phone: String?
    package var city: String?
    package var country: String?

    package init(name: String) {
        self.name = name
    }

    /// A card of version 4 (RFC 6350).
    package var text: String {
        var lines = ContentLines()
        let words = name.split(separator: " ")
        let family = words.last.map(String.init) ?? name
        let given = words.dropLast().joined(separator: " ")
        lines.add("BEGIN", "VCARD")
        lines.add("VERSION", "4.0")
        lines.add("FN", ContentLines.escaped(name))
        lines.add("N", "\(ContentLines.escaped(family));\(ContentLines.escaped(given));;;")
        if let company { lines.add("ORG", ContentLines.escaped(company)) }
        if let title { lines.add("TITLE", ContentLines.escaped(title)) }
        if let email { lines.add("EMAIL", ContentLines.escaped(email)) }
        if let phone { lines.add("TEL;VALUE=text", ContentLines.escaped(phone)) }
        if city != nil || country != nil {
            lines.add("ADR", ";;;\(ContentLines.escaped(city ?? ""));;;\(ContentLines.escaped(country ?? ""))")
        }
        lines.add("END", "VCARD")
        return lines.text
    }
}

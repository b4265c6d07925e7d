import Foundation
import LeadCore
import Testing

@Suite struct NameKeyTests {
    @Test(
        "B1: one person written in several ways has one key",
        arguments: [
            [
                "John Smith", "Smith, John", "JOHN  SMITH", "Mr. John Smith", "Smith, Dr. John", "john smith, PhD",
                "Ｊｏｈｎ Smith",
            ],
            ["Sinéad O'Brien", "Sinead O’Brien", "OBRIEN, SINEAD", "Sine\u{301}ad O`Brien"],
            ["Jürgen Groß", "Jurgen Gross", "Ju\u{308}rgen GROSS", "Prof. Dr.-Ing. Jürgen Groß", "Herr Jürgen Groß"],
            ["Søren Ærø", "Soren Aero"], ["Łukasz Żółć", "Lukasz Zolc"], ["Đorđe Ðoković", "Dorde Dokovic"],
            ["Jean-Luc Picard", "Jean Luc Picard"], ["Nguyễn Văn Đức", "Nguyen Van Duc"],
            ["Ștefan Țurcanu", "Stefan Turcanu"],
            ["Алексей Королёв", "Королев Алексей", "АЛЕКСЕИ КОРОЛЕВ"], ["Γιώργος Παπάς", "ΓΙΩΡΓΟΣ ΠΑΠΑΣ"],
            ["नरेन्द्र मोदी", "मोदी, नरेन्द्र"], ["Þór Œuvré", "Thor Oeuvre"],
        ]
    )
    func same(names: [String]) {
        #expect(Set(names.map { NameKey($0)?.text }).count == 1)
        #expect(NameKey(names[0]) != nil)
    }

    @Test("other people have other keys")
    func different() {
        #expect(NameKey("John Smith") != NameKey("Joan Smith"))
        #expect(NameKey("김종은") != NameKey("김정은"))
        #expect(NameKey("नरेन्द्र मोडी") != NameKey("नरेन्द्र मोदी"))
    }

    @Test("a title that is all there is stays a name, and no name is none")
    func edges() {
        #expect(NameKey("Herr")?.text == "herr")
        #expect(NameKey("Dr. Herr, M.")?.text != nil)
        #expect(NameKey(" - ,.") == nil)
        #expect(NameKey("") == nil)
        #expect(NameKey("🙂") == nil)
    }
}

/// The OpenSanctions name bench, which says of pairs of names whether they mean the same.
@Suite(.enabled(if: Vectors.shared("data/name_pairs") != nil, "needs ../shared/data"))
struct NamePairTests {
    @Test("B1: no two different people or companies get the same key")
    func noFalseMatches() throws {
        let url = try #require(Vectors.shared("data/name_pairs/pairs.csv"))
        var pairs = 0
        for line in try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst() {
            let cells = Self.cells(line)
            guard cells.count > 6, cells[5] == "false" else { continue }
            // "Salman bin Muhammad" is not "Muhammad bin Salman", but only the order says so, and forms mix that up.
            guard cells[3].split(separator: " ").sorted() != cells[4].split(separator: " ").sorted()
            else { continue }
            pairs += 1
            #expect(NameKey(cells[3]) != NameKey(cells[4]), "\(cells)")
            #expect(CompanyKey(cells[3]) != CompanyKey(cells[4]), "\(cells)")
        }
        #expect(pairs > 150)
    }

    private static func cells(_ line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" { isQuoted.toggle() }
            if character == ",", !isQuoted { cells.append("") } else { cells[cells.count - 1].append(character) }
        }
        return cells
    }
}

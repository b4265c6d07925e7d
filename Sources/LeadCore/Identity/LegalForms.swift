/// The legal forms of companies, folded as `FoldedWords` does, and how to take them off a name.
enum LegalForms {
    /// The words without legal forms at the end or the beginning; all of them when nothing else would be left.
    static func removed(from words: ArraySlice<String>) -> ArraySlice<String> {
        var core = words
        while let count = suffixLength(core), count < core.count { core.removeLast(count) }
        while let count = prefixLength(core), count < core.count { core.removeFirst(count) }
        return suffixLength(core) == core.count ? words : core
    }

    /// A name in a script without spaces, without the forms written directly beside it.
    static func removedInside(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, first.value > 0x2E7F || text.utf8.last ?? 0 > 0x7F else {
            return text
        }
        for form in attached where text.utf8.count > form.utf8.count {
            if text.hasPrefix(form) { return String(text.dropFirst(form.count)) }
            if text.hasSuffix(form) { return String(text.dropLast(form.count)) }
        }
        return text
    }

    private static func suffixLength(_ words: ArraySlice<String>) -> Int? {
        guard let last = words.last else { return nil }
        let phrase = phrasesByLast[last]?.first { words.count >= $0.count && words.suffix($0.count).elementsEqual($0) }
        return phrase?.count ?? (last == "&" || suffixes.contains(last) ? 1 : nil)
    }

    private static func prefixLength(_ words: ArraySlice<String>) -> Int? {
        guard let first = words.first else { return nil }
        let phrase = phrasesByFirst[first]?.first { words.starts(with: $0) }
        return phrase?.count ?? (prefixes.contains(first) ? 1 : nil)
    }

    private static let suffixes = Set(
        """
        ab ag aktiengesellschaft aktiebolag ans aps as asa bhd bv bvba co commanditaire company corp corporation cv \
        cvba dac doo dd ead eg ev eirl eireli eood eirl epe eurl ev fze fzco gbr gesmbh ggmbh gmbh hf inc incorporated jsc \
        kft kg kgaa kk kollektivgesellschaft ks lda limitada limited llc llp lllp lp ltd ltda mbh nl nv nyrt oao od og ohg \
        ojsc ood ooo oy oyj pao partg partgmbb pc pjsc plc plt pllc pte pty pt pvt sa saa sab sae sal \
        saoc saog sapi sarl sas sasu sca sce scs sdn se sl slu snc spa spk spol spzoo sprl sro srl \
        srls su tbk ug ulc vof wll yk zao zrt zoo as sti gk ооо оао зао пао ао тов тоо ип
        """.split(separator: " ").map(String.init)
    )

    private static let prefixes = Set(
        "ab ooo oao zao pao ao ojsc pjsc jsc llc pt srl sarl ооо оао зао пао ао тов тоо ип".split(separator: " ").map(
            String.init
        )
    )

    /// Longer ones first.
    private static let phrases: [[String]] = [
        "gesellschaft mit beschrankter haftung", "общество с ограниченнои ответственностью",
        "societatea cu raspundere limitata", "sociedad de responsabilidad limitada", "societe a responsabilite limitee",
        "sociedad anonima de capital variable", "open joint stock company", "closed joint stock company",
        "public joint stock company", "limited liability company", "limited liability partnership",
        "public limited company", "joint stock company", "акционерное общество", "kabushiki kaisha", "godo kaisha",
        "societe anonyme", "sociedad anonima", "societa per azioni", "naamloze vennootschap", "besloten vennootschap",
        "private limited", "sa de cv", "sapi de cv", "srl de cv", "sab de cv", "s de rl de cv", "de rl", "sp zoo",
        "sp k",
        "anonim sirketi", "limited sirketi",
    ].map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }

    private static let phrasesByFirst = Dictionary(grouping: phrases) { $0[0] }
    private static let phrasesByLast = Dictionary(grouping: phrases) { $0[$0.count - 1] }

    private static let attached = ["株式会社", "有限会社", "合同会社", "有限公司", "股份有限公司", "주식회사"].sorted { $0.count > $1.count }
}

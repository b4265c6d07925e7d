import LeadCore
import Testing

@Suite struct CompanyKeyTests {
    @Test(
        "B1: one company written in several ways has one key",
        arguments: [
            [
                "Müller & Söhne GmbH & Co. KG", "MULLER UND SOHNE", "Müller and Söhne G.m.b.H.",
                "Müller + Söhne gmbh & co kg",
            ],
            ["BMW AG", "BMW Aktiengesellschaft", "B.M.W."],
            ["Acme Ltd", "ACME Limited", "Acme, Ltd.", "Acme Pty. Ltd", "Acme L.L.C."],
            ["The Coca-Cola Company", "Coca Cola Company", "CocaCola"], ["Procter & Gamble Co.", "Procter and Gamble"],
            ["AT&T Inc.", "AT and T", "AT & T, Incorporated"], ["J.P. Morgan & Co.", "JP Morgan & Co."],
            ["Crédit Agricole S.A.", "Credit Agricole SA", "CREDIT AGRICOLE"], ["Eni S.p.A.", "ENI SPA"],
            ["Bowne Global Solutions, S.A.R.L.", "Bowne Global Solutions S.à r.l."], ["Nokia Oyj", "Nokia"],
            ["Volvo AB", "AB Volvo", "Volvo Aktiebolag"],
            ["Toyota K.K.", "Toyota Kabushiki Kaisha"], ["株式会社トヨタ", "トヨタ株式会社", "トヨタ"], ["Orlen Sp. z o.o.", "ORLEN"],
            ["OAO Gazprom", "Open Joint Stock Company Gazprom", "ОАО Gazprom"], ["Cemex S.A.B. de C.V.", "Cemex"],
            ["P.T. Astra International", "PT Astra International"], ["HSBC Holdings p.l.c.", "HSBC Holdings plc"],
            ["Novo Nordisk A/S", "Novo Nordisk"], ["Société Générale", "Societe Generale"],
        ]
    )
    func same(names: [String]) {
        let keys = Set(names.map { CompanyKey($0)?.text })
        #expect(keys.count == 1, "\(names): \(keys)")
    }

    @Test(
        "a name that is made of legal forms stays",
        arguments: ["Company", "AG", "The Limited", "SAS", "Co & Co", "&Co"]
    )
    func onlyForms(name: String) {
        #expect(CompanyKey(name)?.text.isEmpty == false)
    }

    @Test("no name is no key", arguments: ["", " - ", "&", "& &", "…"])
    func none(name: String) {
        #expect(CompanyKey(name) == nil)
    }
}

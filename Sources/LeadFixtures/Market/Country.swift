/// What companies and people of one country look like.
///
/// Names are common ones, put together by chance; telephone numbers are of the ranges that the country's regulator keeps free
/// for stories.
struct Country: Sendable {
    var name: String
    var cities: [String]
    var givenNames: [String]
    var surnames: [String]
    /// What companies call their trade, and the industry that it belongs to.
    var trades: [(word: String, industry: String)]
    var legalForms: [String]
    /// Digits of a telephone number; each `#` becomes a digit.
    var phone: String?
    /// How many of the leads come from here.
    var weight: Double
}

extension Country {
    /// Whose people have names like those of a country that is not in `all`.
    private static let kin = [
        "Norway": "Sweden", "Denmark": "Sweden", "Finland": "Sweden", "Estonia": "Sweden", "Switzerland": "Austria",
        "Ireland": "United Kingdom", "Portugal": "Spain", "Croatia": "Czechia", "Slovakia": "Czechia",
    ]

    /// The country of this name, or the nearest there is.
    static func named(_ name: String) -> Country {
        all.first { $0.name == kin[name] ?? name } ?? germany
    }

    static let all = [
        germany, france, italy, sweden, netherlands, poland, britain, spain, czechia, austria, unitedStates,
    ]

    private static let germany = Country(
        name: "Germany",
        cities: list("Stuttgart Chemnitz Bielefeld Augsburg Kassel Solingen Ulm Rostock"),
        givenNames: list("Anna Stefan Katrin Markus Julia Uwe Sabine Florian Heike Tobias Miriam Jürgen"),
        surnames: list("Albrecht Böhm Dietz Ehlers Fuchs Gerlach Hartwig Jansen Krüger Lorenz Pohl Seidel Wendt"),
        trades: [
            ("Werkzeugbau", "Toolmaking"), ("Formenbau", "Mould making"), ("Präzisionstechnik", "Machining"),
            ("Gießerei", "Foundry"), ("Messtechnik", "Metrology services"), ("Medizintechnik", "Medical devices"),
        ],
        legalForms: ["GmbH", "GmbH & Co. KG", "AG"],
        phone: "+49 30 23125 ###",
        weight: 30
    )
    private static let france = Country(
        name: "France",
        cities: list("Lyon Grenoble Nantes Toulouse Annecy Metz"),
        givenNames: list("Camille Julien Élodie Mathieu Sophie Antoine Manon Hugo Aurélie Thierry"),
        surnames: list("Bernard Chevalier Durand Fontaine Girard Lambert Marchand Perrin Renaud Vasseur"),
        trades: [
            ("Usinage", "Machining"), ("Aérostructures", "Aerospace"), ("Outillage", "Toolmaking"),
            ("Fonderie", "Foundry"),
        ],
        legalForms: ["SAS", "SARL"],
        phone: "+33 1 99 00 ## ##",
        weight: 12
    )
    private static let italy = Country(
        name: "Italy",
        cities: list("Brescia Torino Bologna Vicenza Modena"),
        givenNames: list("Giulia Marco Chiara Davide Francesca Paolo Elena Matteo Silvia Andrea"),
        surnames: list("Bianchi Conti Ferri Gallo Lombardi Marchetti Ricci Serra Villa Zanetti"),
        trades: [
            ("Stampi", "Mould making"), ("Meccanica", "Machining"), ("Fonderie", "Foundry"), ("Motori", "Automotive"),
        ],
        legalForms: ["S.r.l.", "S.p.A."],
        phone: nil,
        weight: 11
    )
    private static let sweden = Country(
        name: "Sweden",
        cities: list("Gothenburg Västerås Linköping Jönköping"),
        givenNames: list("Elin Johan Karin Anders Maja Lars Ingrid Erik Sara Nils"),
        surnames: list("Bergström Dahl Ekman Forsberg Hedlund Lindgren Sandberg Wallin Åkesson"),
        trades: [("Verkstad", "Machining"), ("Turbin", "Energy"), ("Gjuteri", "Foundry")],
        legalForms: ["AB"],
        phone: "+46 31 390 06 ##",
        weight: 8
    )
    private static let netherlands = Country(
        name: "Netherlands",
        cities: list("Eindhoven Rotterdam Enschede Delft"),
        givenNames: list("Lotte Jeroen Femke Bas Marieke Ruben Iris Koen Esther Wouter"),
        surnames: list("Bakker Dekker Hendriks Kuiper Meijer Postma Smits Verbeek Visser"),
        trades: [("Fijnmechanica", "Machining"), ("Gereedschappen", "Toolmaking"), ("Scheepsbouw", "Shipbuilding")],
        legalForms: ["B.V."],
        phone: nil,
        weight: 8
    )
    private static let poland = Country(
        name: "Poland",
        cities: list("Wrocław Katowice Poznań Rzeszów"),
        givenNames: list("Agnieszka Piotr Magdalena Tomasz Joanna Krzysztof Monika Paweł Ewa Michał"),
        surnames: list("Baran Cieślak Dudek Górski Jabłoński Kamiński Lis Mazur Sikora Wrona"),
        trades: [("Odlewnia", "Foundry"), ("Narzędzia", "Toolmaking"), ("Lotnictwo", "Aerospace")],
        legalForms: ["Sp. z o.o.", "S.A."],
        phone: nil,
        weight: 8
    )
    private static let britain = Country(
        name: "United Kingdom",
        cities: list("Sheffield Coventry Derby Bristol Glasgow"),
        givenNames: list("Emily James Priya Oliver Hannah Callum Grace Daniel Zara Stuart"),
        surnames: list("Ashworth Bennett Cartwright Fletcher Hargreaves Mercer Patel Rowe Thornton Walsh"),
        trades: [
            ("Castings", "Foundry"), ("Precision", "Machining"), ("Aerospace Tooling", "Aerospace"),
            ("Orthopaedics", "Medical devices"),
        ],
        legalForms: ["Ltd", "plc"],
        phone: "+44 20 7946 0###",
        weight: 10
    )
    private static let spain = Country(
        name: "Spain",
        cities: list("Bilbao Zaragoza Sabadell Vigo"),
        givenNames: list("Lucía Javier Marta Álvaro Carmen Sergio Nuria Iker Rocío Raúl"),
        surnames: list("Aguirre Castro Delgado Etxeberria Fuentes Herrero Molina Ortega Roldán"),
        trades: [("Matricería", "Mould making"), ("Mecanizados", "Machining"), ("Fundición", "Foundry")],
        legalForms: ["S.L.", "S.A."],
        phone: nil,
        weight: 6
    )
    private static let czechia = Country(
        name: "Czechia",
        cities: list("Brno Plzeň Ostrava"),
        givenNames: list("Tereza Jakub Lenka Martin Veronika Ondřej Hana Petr"),
        surnames: list("Beneš Dvořák Horák Kolář Novotný Procházka Šimek Vlček"),
        trades: [("Nástroje", "Toolmaking"), ("Slévárna", "Foundry"), ("Strojírna", "Machining")],
        legalForms: ["s.r.o.", "a.s."],
        phone: nil,
        weight: 4
    )
    private static let austria = Country(
        name: "Austria",
        cities: list("Linz Graz Steyr Dornbirn"),
        givenNames: list("Lena Lukas Theresa Georg Barbara Maximilian Eva Wolfgang"),
        surnames: list("Aigner Brandstätter Gruber Haider Leitner Moser Pichler Steiner"),
        trades: [("Fahrzeugtechnik", "Automotive"), ("Formentechnik", "Mould making"), ("Stahlguss", "Foundry")],
        legalForms: ["GmbH"],
        phone: nil,
        weight: 5
    )
    private static let unitedStates = Country(
        name: "United States",
        cities: list("Cleveland Rockford Wichita Greenville"),
        givenNames: list("Ashley Brian Megan Carlos Rachel Tyler Naomi Kevin Angela Derek"),
        surnames: list("Abbott Calloway Dawson Ellison Hartman Lawson Maddox Pruitt Rivera Sutton"),
        trades: [("Die & Mold", "Mould making"), ("Turbine Services", "Energy"), ("Machine Works", "Machining")],
        legalForms: ["Inc.", "LLC"],
        phone: "+1 202 555 01##",
        weight: 6
    )

    private static func list(_ words: String) -> [String] {
        words.split(separator: " ").map(String.init)
    }
}

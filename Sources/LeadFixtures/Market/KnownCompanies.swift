/// Companies that come back again and again: customers, and those who want to be; all invented.
enum KnownCompanies {
    static let all: [Company] = lines.split(separator: "\n").map { line in
        let fields = line.split(separator: "|").map { $0.drop { $0 == " " } }.map { text in
            String(text.reversed().drop { $0 == " " }.reversed())
        }
        return Company(
            name: fields[0],
            industry: fields[1],
            country: fields[2],
            city: fields[3],
            employees: Int(fields[4]) ?? 50
        )
    }

    private static let lines = """
        Acme Gearworks GmbH          | Machining          | Germany        | Esslingen  | 340
        Nordlicht Turbinen AG        | Energy             | Germany        | Rostock    | 2100
        Halvorsen Marine AS          | Shipbuilding       | Norway         | Ålesund    | 480
        Brennero Stampi S.r.l.       | Mould making       | Italy          | Trento     | 95
        Kestrel Aerostructures plc   | Aerospace          | United Kingdom | Bristol    | 3900
        Valdor Fonderie SAS          | Foundry            | France         | Nantes     | 210
        Oud & Zoon Scheepsbouw B.V.  | Shipbuilding       | Netherlands    | Rotterdam  | 160
        Silesia Odlewnia S.A.        | Foundry            | Poland         | Gliwice    | 720
        Tannhof Medizintechnik GmbH  | Medical devices    | Germany        | Tuttlingen | 130
        Red Quarry Castings Ltd      | Foundry            | United Kingdom | Sheffield  | 88
        Vänern Verkstad AB           | Machining          | Sweden         | Karlstad   | 60
        Lagoa Moldes Lda             | Mould making       | Portugal       | Leiria     | 140
        Ferrovia Motori S.p.A.       | Rail               | Italy          | Torino     | 1500
        Prairie Turbine Services LLC | Energy             | United States  | Wichita    | 410
        Morava Nástroje s.r.o.       | Toolmaking         | Czechia        | Brno       | 75
        Donau Fahrzeugtechnik GmbH   | Automotive         | Austria        | Steyr      | 980
        Cantabria Fundición S.L.     | Foundry            | Spain          | Santander  | 110
        Fjordtek Subsea AS           | Energy             | Norway         | Stavanger  | 260
        Helix Orthopaedics Ltd       | Medical devices    | United Kingdom | Leeds      | 320
        Maison Lenoir Horlogerie SA  | Watchmaking        | Switzerland    | Le Locle   | 190
        Jura Décolletage SAS         | Machining          | France         | Cluses     | 150
        Blauhaus Küchen AG           | Furniture          | Germany        | Herford    | 640
        Pelican Plastics Inc.        | Plastics           | United States  | Mobile     | 230
        Aurora Vindkraft AB          | Energy             | Sweden         | Luleå      | 350
        Zephyr Rotors ApS            | Energy             | Denmark        | Aalborg    | 410
        Tiber Ceramiche S.r.l.       | Ceramics           | Italy          | Deruta     | 55
        Kvarnby Såg & Stål AB        | Toolmaking         | Sweden         | Eskilstuna | 70
        Ostwind Guss GmbH            | Foundry            | Germany        | Zwickau    | 280
        Carrick Rail Works Ltd       | Rail               | Ireland        | Cork       | 300
        Montjuïc Automoció S.L.      | Automotive         | Spain          | Martorell  | 870
        Bohemia Sklo a.s.            | Glass              | Czechia        | Jablonec   | 390
        Lakeshore Die & Mold Inc.    | Mould making       | United States  | Erie       | 65
        Weser Flugzeugteile GmbH     | Aerospace          | Germany        | Bremen     | 1200
        Grand Paradis Ski SARL       | Sports equipment   | France         | Annecy     | 85
        Delfgauw Pompen B.V.         | Pumps              | Netherlands    | Delft      | 175
        Wawel Lotnictwo Sp. z o.o.   | Aerospace          | Poland         | Kraków     | 540
        Pinnacle Prosthetics LLC     | Medical devices    | United States  | Denver     | 48
        Harz Federn GmbH             | Springs            | Germany        | Goslar     | 120
        Adria Yachts d.o.o.          | Shipbuilding       | Croatia        | Rijeka     | 220
        Castellan Museum Trust       | Heritage           | United Kingdom | York       | 35
        Etna Valvole S.p.A.          | Valves             | Italy          | Catania    | 260
        Rhône Injection SAS          | Plastics           | France         | Oyonnax    | 310
        Kleinberg Getriebe GmbH      | Machining          | Germany        | Witten     | 450
        Skerries Composites Ltd      | Composites         | Ireland        | Dublin     | 90
        Tatra Kolesa a.s.            | Automotive         | Slovakia       | Poprad     | 630
        Baltic Propellers OÜ         | Shipbuilding       | Estonia        | Tallinn    | 58
        Gouda Gereedschap B.V.       | Toolmaking         | Netherlands    | Gouda      | 42
        Sierra Motorhomes S.A.       | Automotive         | Spain          | Zaragoza   | 370
        Alpenglanz Optik AG          | Optics             | Switzerland    | Chur       | 210
        Ruhrtal Armaturen GmbH       | Valves             | Germany        | Hagen      | 330
        Northgate Foundry Ltd        | Foundry            | United Kingdom | Durham     | 140
        Loire Aérospatiale SA        | Aerospace          | France         | Tours      | 1700
        Saimaa Paperikone Oy         | Paper machines     | Finland        | Lappeenranta | 520
        Vistula Kable S.A.           | Cables             | Poland         | Toruń      | 410
        Blackwater Pumps Ltd         | Pumps              | United Kingdom | Maldon     | 77
        Emilia Trattori S.p.A.       | Agriculture        | Italy          | Modena     | 1350
        Moselle Emballage SAS        | Packaging          | France         | Metz       | 240
        Heidekraut Dental GmbH       | Medical devices    | Germany        | Soltau     | 64
        Cuyahoga Bearings Inc.       | Bearings           | United States  | Cleveland  | 980
        Polderlicht Optiek B.V.      | Optics             | Netherlands    | Breda      | 105
        """
}

"""The word lists that benchmark leads are put together from."""

FIRST = """Aaron Ada Agnes Aisha Alejandro Alice Amara Amir Ana Anders Andrea Aniela Anna Anton Aoife Arjun Astrid Beatriz
Ben Bianca Bogdan Bruno Camille Carla Carlos Cecilia Chiara Chloe Christian Ciara Claire Clara Daan Daniel Daria David
Deniz Diego Dimitri Dorota Eduardo Eileen Elena Elif Elin Emil Emma Enzo Erik Eva Fabian Fatima Felix Femke Fiona Florian
Francesca Frida Gabriel Georg Giulia Greta Hanna Hannah Harold Helena Henrik Hugo Ida Ines Ingrid Irina Isabel Ivan Jack
Jakub Jan Jana Jasmin Javier Jelena Joanna Johan Jonas Jorge Josef Julia Julien Kamil Karin Karl Kasper Katarina Kemal
Klara Laila Lars Laura Lea Leon Liam Lina Linnea Louis Lucas Lucia Luisa Lukas Maja Marco Margot Maria Marie Marta Martin
Mateo Mathilde Max Maya Mehmet Mia Michal Mikael Milan Mira Nadia Natalia Nico Nina Noah Nora Olga Oliver Oscar Paolo
Patricia Pavel Pedro Petra Pierre Piotr Priya Rafael Ravi Rebecca Renata Robert Roman Rosa Ruben Samir Sandra Sara Sean
Selma Sofia Stefan Svenja Tamara Teresa Theo Thomas Tomas Valentina Vera Victor Wanda Wei William Yara Yusuf Zofia""".split()

LAST = """Abbott Adeyemi Ahlgren Albrecht Almeida Andersson Antonelli Arnaud Aydin Bakker Barbosa Barnes Bauer Becker
Bellini Berg Bernard Bianchi Blanchet Boateng Bosch Brandt Brennan Brun Byrne Campos Carlsen Castro Cerny Chandra Christensen
Clarke Colombo Conti Costa Cruz Dahl Davies Delgado Demir Dietrich Doyle Dubois Dvorak Eklund Engel Eriksen Esposito
Evans Farkas Fernandes Ferrari Fischer Fleming Fontaine Forsberg Fournier Franke Friedman Garcia Garnier Gomez Graf Greco
Gruber Gupta Haas Hansen Hartmann Hayes Heikkinen Henriksen Herrera Hoffmann Horvat Hughes Ibrahim Ivanov Jacobs Janssen
Jensen Johansson Jovanovic Kaminski Kaplan Kaur Kelly Khan Klein Kovac Kowalski Kraus Kruger Lambert Larsen Laurent
Lefebvre Lehmann Lindgren Lopez Lund Maier Mancini Marchetti Martens Mazur Mendes Meyer Molina Morales Moreau Murphy
Nagy Navarro Nielsen Nilsson Novak Nowak Okafor Olsen Ortega Otto Ozturk Palmer Parker Patel Pereira Peters Petrov Pinto
Popescu Prince Ramos Rao Reyes Ricci Richter Rivera Rossi Rousseau Ryan Santos Sauer Schmidt Schneider Serrano Sharma
Silva Simon Singh Sokolov Sorensen Steiner Strand Svensson Tanaka Teixeira Thomsen Torres Turner Urban Vargas Vasquez
Virtanen Vogel Wagner Walsh Weber Wegner Whitfield Winkler Wolf Wright Yilmaz Young Zapata Zeman Zhang Ziegler""".split()

# A company's name is two of these syllables, now and then a third, and its trade.
HEAD = """Al Ar Bel Bor Bran Cal Cor Dal Del Dor El Er Fal Fen Fer Gal Gren Hal Hel Hor Il In Jar Jor Kal Kel Kor Lan Lin
Lor Mal Mer Mon Nar Nel Nor Ol Or Pal Pel Quin Ral Ren Ros Sal Sel Sol Tal Tel Tor Ul Ur Val Ven Vol Wal Wen Xan Yor
Zel""".split()
TAIL = """an aro bach berg dale den dorf ena eno era feld fors gard go han holm ia ino ix ka lan land lea lis lo lund ma
mar mark mere mond na nis no nova pol ra rath ria ro sand sen sia stad sten ta tal tec tis ton tra va vale vik vio wick
zar zen zio""".split()
MIDDLE = "ba de fi go la me ni po ri sa ti vo".split()
TRADE = """Analytics Automation Bakeries Beverages Biotech Bottling Brewing Cables Capital Castings Ceramics Chemicals Clinics
Coatings Components Construction Consulting Controls Cosmetics Dairy Diagnostics Dynamics Electric Energy Engineering
Fabrics Filters Fittings Foods Forwarding Foundry Furniture Glass Health Hotels Instruments Insurance Interiors Labs
Lighting Logistics Machines Marine Materials Media Metals Mobility Motors Networks Optics Packaging Paper Pharma Plastics
Power Press Printing Pumps Rail Retail Robotics Security Software Solar Springs Steel Systems Textiles Timber Tools
Transport Turbines Valves Ventures Water""".split()

# Country, forms of its companies, its cities, and how its mobile numbers begin and go on (d is a digit of the number).
PLACES = [
    ("Germany", ("GmbH", "AG"), "Berlin Hamburg Munich Cologne Leipzig Stuttgart".split(), "+49 151 dddddddd"),
    ("United Kingdom", ("Ltd", "plc"), "London Leeds Bristol Manchester Glasgow".split(), "+44 7dd0 dddddd"),
    ("France", ("SARL", "SA"), "Paris Lyon Nantes Lille Toulouse".split(), "+33 6 dd dd dd dd"),
    ("Netherlands", ("BV",), "Amsterdam Utrecht Rotterdam Eindhoven".split(), "+31 6 dddddddd"),
    ("Spain", ("SL", "SA"), "Madrid Barcelona Valencia Bilbao".split(), "+34 6dd ddd ddd"),
    ("Poland", ("Sp. z o.o.",), "Warsaw Krakow Gdansk Poznan".split(), "+48 50d ddd ddd"),
    ("Italy", ("SpA", "Srl"), "Milan Turin Bologna Verona".split(), "+39 34d ddd dddd"),
    ("Sweden", ("AB",), "Stockholm Gothenburg Malmo Uppsala".split(), "+46 70 ddd dd dd"),
]

SOURCES = ["Web form", "Google Ads", "LinkedIn", "Trade fair", "Referral", "Webinar", "Newsletter", "Partner"]
CAMPAIGNS = [f"{name} {year}" for year in (2024, 2025) for name in ("Spring launch", "Hanover fair", "Retargeting",
             "Efficiency webinar", "Partner days", "Autumn offer")]
CLASSES = ["Pumps", "Service contracts", "Controls", "Spare parts", "Engineering"]

OPENINGS = ["We are replacing our current installation", "Saw you at the fair", "A colleague recommended you",
            "We are planning a second site", "Our contract with the present supplier ends soon", "Downloaded your guide"]
NEEDS = ["and need a quotation for {n} units", "and would like a demonstration for a team of {n}",
         "and look for somebody who can deliver within {n} weeks", "and have a budget for about {n} stations",
         "and want to compare running costs over {n} years"]
CLOSINGS = ["Please call in the morning.", "Decision before the end of the quarter.", "E-mail is best.",
            "Could you send references from our industry?", "We have two other offers.", ""]

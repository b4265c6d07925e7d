extension HeaderNames {
    /// Usual words in English and German, and the column ids of the ad platforms' lead forms.
    static let synonyms: [(names: String, field: LeadField)] = [
        (
            "External ID | Lead Number | Prospect ID | MQL ID | Lead Nr | Lead Nummer | Kennung | Ref | Reference",
            .externalID
        ),
        (
            "Contact | Contact Name | Lead Name | Person | Customer Name | Ansprechpartner | Vollständiger Name",
            .fullName
        ),
        ("Given Name | Forename | Vorname | Prénom", .firstName),
        ("Surname | Family Name | Nachname | Familienname | Nom", .lastName),
        ("Anrede | Prefix | Honorific | Civilité", .salutation),
        ("Position | Job Position | Function | Funktion | Stelle | Role | Berufsbezeichnung", .title),
        (
            "E-Mail-Adresse | Mail | Work Email | Business Email | Email 1 | Primary Email | Mail Address | Courriel",
            .email
        ),
        (
            "Telephone | Tel | Telefon | Telefonnummer | Rufnummer | Work Phone | Business Phone | Phone 1 | Office Phone",
            .phone
        ),
        ("Handy | Handynummer | Mobil | Mobilnummer | Mobiltelefon | Cell | Cell Phone | Cellphone | GSM", .mobile),
        ("Telefax | Faxnummer | Fax Number", .fax),
        ("Web | URL | Homepage | Webseite | Webadresse | Internet | Domain | Company Domain Name", .website),
        ("Skype", .skype),
        (
            """
            Account | Organisation | Organization | Organization Name | Firm | Employer | Firma | Firmenname | Unternehmen \
            | Société | Business Name
            """, .company
        ),
        ("Account ID | Company ID | Kundennummer | Kunden-Nr", .accountID),
        ("Division | Department | Abteilung", .division),
        ("Street Address | Address | Address 1 | Straße | Strasse | Anschrift | Adresse | Address Line 1", .street),
        ("Town | Ort | Stadt | Locality | Ville", .city),
        ("Province | Region | County | Bundesland | Kanton", .state),
        ("Zip | Zip Code | Postcode | PLZ | Postleitzahl", .postalCode),
        ("Land | Country Code | Nation | Pays", .country),
        ("Branche | Sector | Vertical", .industry),
        ("Employees | Employee Count | Company Size | Mitarbeiter | Mitarbeiterzahl | Anzahl Mitarbeiter", .employees),
        ("Revenue | Turnover | Umsatz | Jahresumsatz", .annualRevenue),
        ("Subject | Topic | Betreff | Thema | Opportunity Name | Lead Title", .subject),
        (
            "Notes | Note | Comment | Comments | Message | Bemerkung | Notiz | Beschreibung | Nachricht | Remarks",
            .description
        ),
        ("Origin | Lead Origin | Channel | Quelle | Herkunft | Kanal | Lead-Quelle", .source),
        ("Source Detail | Source Description", .sourceDetail),
        ("Referred By | Referral | Empfohlen von", .referredBy),
        ("Campaign Name | Kampagne | Aktion", .campaign),
        ("Campaign Member Status | Response", .memberStatus),
        ("Lead State | Stand | Leadstatus | Bearbeitungsstand | Statut", .status),
        ("Status Reason | Statusgrund", .statusDescription),
        ("Stage | Phase | Sales Stage | Opportunity Stage", .stage),
        ("Grade | Temperature | Bewertung | Priority | Priorität", .rating),
        ("Owner | Assigned To | Sales Agent | Sales Rep | Salesperson | Betreuer | Zuständig | Verantwortlich", .owner),
        (
            "Product Class | Product Category | Product Line | Produktklasse | Produktgruppe | Produktkategorie",
            .productClass
        ),
        ("Product | Product Name | Product Interest | Service | Produkt | Interesse | Course", .product),
        ("Value | Deal Value | Deal Amount | Close Value | Betrag | Wert | Auftragswert", .amount),
        ("Currency | Currency Code | Währung", .currency),
        (
            """
            Created | Created At | Created On | Creation Date | Date Created | Created Time | First Contact Date | Date \
            | Submitted At | Erstellt | Erstellt am | Erstellungsdatum | Datum | Engage Date
            """, .createdAt
        ),
        (
            "Updated | Updated At | Modified | Modified At | Modified On | Modified Time | Geändert am | Last Modified",
            .updatedAt
        ),
        ("Last Contacted | Last Contact Date | Letzter Kontakt | Last Activity Time", .lastActivityAt),
        ("Conversion Date | Converted At | Won Date", .convertedAt),
        ("Close Date | Closed At | Closed Date | Closing Date | Abschlussdatum", .closedAt),
        ("Deleted", .isDeleted),
        ("Phone Opt Out | No Calls | Nicht anrufen", .doNotCall),
        ("Do Not Email | Unsubscribed | Opt Out | Opted Out | Keine E-Mail | Unsubscribed from all email", .doNotEmail),
        ("Do Not Fax", .doNotFax),
        ("UTM Source", .utmSource),
        ("UTM Medium", .utmMedium),
        ("UTM Campaign", .utmCampaign),
        ("UTM Term | UTM Keyword", .utmTerm),
        ("UTM Content", .utmContent),
        ("Referrer | Referer | HTTP Referer | Referring Site", .referrer),
        ("Landing Page | Landing URL | Landing Page URL | Landing Page ID | Page URL", .landingPage),
        ("User Agent", .userAgent),
        ("gclid | gcl_id | Google Click ID", .gclid),
        ("fbclid | Facebook Click ID", .fbclid),
        ("msclkid | Microsoft Click ID", .msclkid),
        ("li_fat_id | LinkedIn Click ID", .liFatID),
    ]
}

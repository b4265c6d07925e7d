import LeadCore

/// A row of a file as the mapping reads it: values by field, each in its type or a refusal that names the column.
struct MappedRow {
    let plan: MappingPlan
    let row: DelimitedRow

    func text(_ field: ImportField) -> String? {
        plan.value(field, in: row)?.text
    }

    func instant(_ field: ImportField) throws(Refusal) -> Instant? {
        try read(field) { text, _ throws(Refusal) in
            try TextDate(text, order: plan.mapping.dateFormat).instant(in: plan.zone)
        }
    }

    /// The first of several times that the row gives.
    func instant(firstOf fields: ImportField...) throws(Refusal) -> Instant? {
        for field in fields {
            if let instant = try instant(field) { return instant }
        }
        return nil
    }

    /// An amount in minor units.
    func money(_ field: ImportField) throws(Refusal) -> Money? {
        let named = text(.currency)
        return try read(field) { text, step throws(Refusal) in
            let amount = try TextAmount(text, decimals: 2, style: plan.mapping.numberFormat)
            let (minor, overflow) = amount.minor.multipliedReportingOverflow(by: step?.use.scale ?? 1)
            guard !overflow, Money.takes(minor) else {
                throw Refusal.invalid("", "“\(text.prefix(40))” is too large an amount.")
            }
            return Money(minor: minor, currency: amount.currency ?? named?.uppercased() ?? plan.currency)
        }
    }

    func integer(_ field: ImportField) throws(Refusal) -> Int? {
        try read(field) { text, step throws(Refusal) in
            let number = try TextAmount(text, decimals: 0, style: plan.mapping.numberFormat).minor
            let (scaled, overflow) = number.multipliedReportingOverflow(by: step?.use.scale ?? 1)
            guard !overflow, let result = Int(exactly: scaled) else {
                throw Refusal.invalid("", "\(text) is too large a number.")
            }
            return result
        }
    }

    func flag(_ field: ImportField) throws(Refusal) -> Bool? {
        try read(field) { text, _ throws(Refusal) in
            switch text.lowercased() {
            case "1", "yes", "y", "true", "t", "x", "ja", "wahr", "on": true
            case "0", "no", "n", "false", "f", "nein", "falsch", "off": false
            default: throw Refusal.invalid("", "“\(text.prefix(40))” is neither yes nor no.")
            }
        }
    }

    /// The id that the other system gave, in that system's own space.
    var externalID: String? {
        text(.externalID).map { id in plan.mapping.system.map { "\($0):\(id)" } ?? id }
    }

    /// What makes this row the same row when it comes again: its id, or its place in the file.
    func dedupeKey(file hash: String) -> String {
        externalID.map { "id:\($0)" } ?? "import:\(hash):\(row.number)"
    }

    /// Refuses a row with more cells than the header has names, whose values nobody can tell apart.
    func requireShape() throws(Refusal) {
        guard row.cells.dropFirst(plan.header.count).contains(where: { $0.trimmed != nil }) else { return }
        throw Refusal(
            .invalid,
            "too_many_cells",
            "The row has \(row.cells.count) cells and the header \(plan.header.count) columns: a delimiter stands in a value."
        )
    }

    private func read<T>(
        _ field: ImportField,
        _ parse: (String, MappingPlan.Step?) throws(Refusal) -> T
    ) throws(Refusal) -> T? {
        guard let (text, step) = plan.value(field, in: row) else { return nil }
        do {
            return try parse(text, step)
        } catch {
            let place = step.map { "Column \(plan.header[$0.column])" } ?? "The constant for \(field.rawValue)"
            throw Refusal(
                .invalid,
                error.code,
                "\(place): \(error.sentence)",
                issues: [.init("/\(field.rawValue)", error.sentence)]
            )
        }
    }
}

extension MappedRow {
    /// What the file's status word means in the lead process: by the mapping, or a status's own key or label.
    func status(in process: LeadProcess) throws(Refusal) -> (step: LeadProcess.Step, won: Bool)? {
        var word = text(.status)
        if try flag(.isConverted) == true {
            word = "converted"
            if plan.mapping.statuses["converted"] == nil, let step = process.first(.converted) { return (step, false) }
        }
        guard let word else { return nil }
        let meaning = plan.mapping.meaning(of: word)
        let name = meaning.status.lowercased()
        let step = process.steps.first { $0.status.rawValue == name || $0.label.lowercased() == name }
        guard let step else {
            throw Refusal(
                .invalid,
                "unknown_status",
                "The lead process has no status “\(word.prefix(40))”. Say in the mapping's statuses what it means.",
                issues: [.init("/status", "One of: \(process.steps.map(\.status.rawValue).joined(separator: ", ")).")]
            )
        }
        return (step, meaning.won)
    }
}

extension ImportMapping {
    func meaning(of word: String) -> StatusMeaning {
        statuses[word] ?? statuses.first { $0.key.lowercased() == word.lowercased() }?.value
            ?? StatusMeaning(status: word)
    }
}

package import LeadCore

extension PolicyBody {
    /// With a field added, or the one of its key replaced.
    package func saving(_ field: FieldDefinition, isNew: Bool) throws(Refusal) -> PolicyBody {
        var body = self
        let place = body.process.fields.firstIndex { $0.key == field.key }
        if let fault = field.faults.first { throw Refusal.invalid("/label", fault) }
        switch place {
        case let place? where !isNew: body.process.fields[place] = field
        case nil where isNew: body.process.fields.append(field)
        case nil: throw Refusal.notFound("field")
        default: throw Refusal.invalid("/key", "There is a field \(field.key) already.")
        }
        return body
    }

    /// Without a field; statuses and the gate that ask for it must be changed first.
    package func removing(field key: String) throws(Refusal) -> PolicyBody {
        var body = self
        guard body.process.field(key) != nil else { throw Refusal.notFound("field") }
        body.process.fields.removeAll { $0.key == key }
        let asking =
            process.steps.filter { $0.requires.contains(.field(key)) }.map(\.label)
            + (gate.fields.contains(key) ? ["the gate"] : [])
        guard asking.isEmpty else {
            throw Refusal(
                .conflict,
                "field_required",
                "This field is asked for by \(asking.joined(separator: ", ")). Change that first."
            )
        }
        return body
    }
}

/// `{"line":17,"change":"time","at":1781690400000,"present":true}`: flat, as all payloads of the ledger.
extension Correction: Codable {
    private enum CodingKeys: String, CodingKey {
        case line, change, at, owner, present, former
    }

    private enum Word: String, Codable {
        case time, owner, undone
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        line = try container.decode(Int64.self, forKey: .line)
        switch try container.decode(Word.self, forKey: .change) {
        case .time:
            let at = try container.decode(Instant.self, forKey: .at)
            change = .time(at, isPresent: try container.decode(Bool.self, forKey: .present))
        case .owner:
            let owner = try container.decode(Owner.self, forKey: .owner)
            change = .owner(owner, isPresent: try container.decode(Bool.self, forKey: .present))
        case .undone: change = .undone(try container.decode(Former.self, forKey: .former))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(line, forKey: .line)
        switch change {
        case .time(let at, let isPresent):
            try container.encode(Word.time, forKey: .change)
            try container.encode(at, forKey: .at)
            try container.encode(isPresent, forKey: .present)
        case .owner(let owner, let isPresent):
            try container.encode(Word.owner, forKey: .change)
            try container.encode(owner, forKey: .owner)
            try container.encode(isPresent, forKey: .present)
        case .undone(let former):
            try container.encode(Word.undone, forKey: .change)
            try container.encode(former, forKey: .former)
        }
    }
}

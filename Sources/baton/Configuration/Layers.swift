import ArgumentParser
import Configuration

/// Where a value came from.
enum Origin: Equatable, Sendable {
    case flag
    case environment
    case file(String)
    case standard
}

/// The places that values come from, the most particular first: flags, environment, file.
struct Layers: Sendable {
    private let places: [(origin: Origin, provider: any ConfigProvider)]

    /// - Parameter file: a JSON file; nil reads `baton.json` in the working folder if it is there.
    init(flags: [Setting: ConfigContent], environment: [String: String], file: String?) async throws {
        let path = file ?? environment["BATON_CONFIG"]
        let environment = Self.withDatabase(environment)
        places = [
            (.flag, InMemoryProvider(values: Self.keyed(flags))),
            (.environment, EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "baton")),
            (.file(path ?? Self.usualFile), try await Self.read(path)),
        ]
    }

    /// The value in force and where it came from.
    func find(_ setting: Setting) throws -> (content: ConfigContent?, origin: Origin) {
        let key = AbsoluteConfigKey([setting.rawValue])
        for place in places {
            do {
                if let value = try place.provider.value(forKey: key, type: setting.type).value {
                    return (value.content, place.origin)
                }
            } catch {
                throw ValidationError("\(place.origin.name(of: setting)) must be \(setting.kind).")
            }
        }
        return (setting.standard, .standard)
    }

    /// `DATABASE_URL`, as hosts and containers set it, when it names a server of ours and `BATON_DATABASE` is not there.
    private static func withDatabase(_ environment: [String: String]) -> [String: String] {
        let url = environment["DATABASE_URL"].flatMap { $0.hasPrefix("postgres") ? $0 : nil }
        guard let url else { return environment }
        return environment.merging([Setting.database.variable: url]) { own, _ in own }
    }

    private static let usualFile = "baton.json"

    private static func keyed(_ flags: [Setting: ConfigContent]) -> [AbsoluteConfigKey: ConfigValue] {
        Dictionary(
            uniqueKeysWithValues: flags.map { setting, content in
                (AbsoluteConfigKey([setting.rawValue]), ConfigValue(content, isSecret: setting.isSecret))
            }
        )
    }

    private static func read(_ path: String?) async throws -> any ConfigProvider {
        do {
            let file: [AbsoluteConfigKey: ConfigValue] = [
                "filePath": ConfigValue(.string(path ?? usualFile), isSecret: false),
                "allowMissing": ConfigValue(.bool(path == nil), isSecret: false),
            ]
            return try await FileProvider<JSONSnapshot>(config: ConfigReader(provider: InMemoryProvider(values: file)))
        } catch {
            throw ValidationError("The settings file \(path ?? usualFile) cannot be read: \(error)")
        }
    }
}

extension Origin {
    /// How a person who has to correct the value calls it.
    func name(of setting: Setting) -> String {
        switch self {
        case .flag: setting.flag
        case .environment: setting.variable
        case .file(let path): "\(setting.rawValue) in \(path)"
        case .standard: "standard"
        }
    }
}

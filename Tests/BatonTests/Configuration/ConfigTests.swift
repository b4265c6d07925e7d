import ArgumentParser
import Configuration
import Foundation
import Testing

@testable import baton

@Suite("Settings")
struct ConfigTests {
    @Test("flags win over the environment, the environment over the file, the file over the standard")
    func precedence() async throws {
        try await withFile(#"{"port": 3, "host": "file.example", "data": "from-file"}"#) { file in
            let layers = try await Layers(
                flags: [.port: .int(1)],
                environment: ["BATON_PORT": "2", "BATON_HOST": "environment.example"],
                file: file
            )
            let config = try Config(layers)
            #expect(config.port == 1)
            #expect(config.host == "environment.example")
            #expect(config.data == "from-file")
            #expect(config.vendorAssets == "assets/vendor")
            #expect(try layers.find(.port).origin == .flag)
            #expect(try layers.find(.host).origin == .environment)
            #expect(try layers.find(.data).origin == .file(file))
            #expect(try layers.find(.vendorAssets).origin == .standard)
        }
    }

    @Test("names of two words are written as each place writes them")
    func names() async throws {
        try await withFile(#"{"vendorAssets": "a", "publicUrl": "https://leads.example"}"#) { file in
            let fromFile = try Config(try await Layers(flags: [:], environment: [:], file: file))
            #expect(fromFile.vendorAssets == "a")
            #expect(fromFile.address(port: 80) == "https://leads.example")
        }
        let environment = ["BATON_VENDOR_ASSETS": "b", "BATON_TRUST_PROXY": "true", "BATON_LOG_LEVEL": "debug"]
        let config = try Config(try await Layers(flags: [:], environment: environment, file: nil))
        #expect(config.vendorAssets == "b")
        #expect(config.trustProxy)
        #expect(config.printed.contains { $0.setting == .logLevel && $0.value == "debug" })
        #expect(Setting.vendorAssets.variable == "BATON_VENDOR_ASSETS")
        #expect(Setting.vendorAssets.flag == "--vendor-assets")
    }

    @Test(
        "a database is named by a flag, by BATON_DATABASE, or as hosts do by DATABASE_URL; otherwise it is a file in the folder"
    )
    func database() async throws {
        func config(_ environment: [String: String], _ flags: [Setting: ConfigContent] = [:]) async throws -> Config {
            try Config(try await Layers(flags: flags, environment: environment, file: nil))
        }
        #expect(try await config([:]).databasePath == "data/baton.sqlite")
        let host = "postgres://ada:secret@db.example/crm"
        let named = try await config(["DATABASE_URL": host])
        #expect(named.databasePath == nil)
        #expect(named.shownPlace == "postgres://ada@db.example/crm?schema=baton")
        #expect(Setting.database.isSecret)
        let own = try await config(["DATABASE_URL": host, "BATON_DATABASE": "postgres://other.example/crm?schema=a"])
        #expect(own.shownPlace == "postgres://other.example/crm?schema=a")
        #expect(try await config(["DATABASE_URL": "mysql://db.example/crm"]).databasePath == "data/baton.sqlite")
        let flag = try await config(["DATABASE_URL": host], [.database: .string("sqlite:here.sqlite")])
        #expect(flag.databasePath == "here.sqlite")
        await #expect(throws: (any Error).self) { try await config(["BATON_DATABASE": "oracle://db.example"]) }
    }

    @Test("the environment can name the file")
    func fileFromEnvironment() async throws {
        try await withFile(#"{"port": 9100}"#) { file in
            let config = try Config(try await Layers(flags: [:], environment: ["BATON_CONFIG": file], file: nil))
            #expect(config.port == 9100)
        }
    }

    @Test(
        "a value that cannot be right is refused, saying where it stands",
        arguments: [
            ("BATON_PORT", "eighty", "BATON_PORT must be a whole number."),
            ("BATON_PORT", "70000", "The port is a number from 0 to 65535."),
            ("BATON_TRUST_PROXY", "perhaps", "BATON_TRUST_PROXY must be true or false."),
        ]
    )
    func wrongValues(variable: String, value: String, sentence: String) async throws {
        let layers = try await Layers(flags: [:], environment: [variable: value], file: nil)
        let error = #expect(throws: ValidationError.self) { try Config(layers) }
        #expect(error?.message == sentence)
    }

    @Test("a file that was named and is not there, or is no JSON, is refused")
    func wrongFile() async throws {
        await #expect(throws: ValidationError.self) {
            try await Layers(flags: [:], environment: [:], file: "/nowhere/baton.json")
        }
        try await withFile("port: 80") { file in
            await #expect(throws: ValidationError.self) {
                try await Layers(flags: [:], environment: [:], file: file)
            }
        }
    }

    private func withFile(_ text: String, _ body: (String) async throws -> Void) async throws {
        let path = NSTemporaryDirectory() + "baton-\(UUID().uuidString).json"
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }
}

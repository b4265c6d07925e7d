// swift-tools-version: 6.2
import PackageDescription

/// One set of compiler rules for all of our own targets: Swift 6 mode, warnings are errors.
let rules: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "baton",
    products: [.executable(name: "baton", targets: ["baton"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CDelimited", providers: [.apt(["libcsv-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "CPhone", linkerSettings: [.linkedLibrary("phonenumber")]),

        .target(name: "LeadCore", swiftSettings: rules),
        .target(name: "LeadInsight", dependencies: ["LeadCore"], swiftSettings: rules),
        .target(
            name: "LeadStore",
            dependencies: [
                "CLibPQ", "LeadCore", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: rules
        ),
        .target(
            name: "LeadApp",
            dependencies: [
                "LeadCore", "LeadInsight", "LeadStore", "CSodium", "CDelimited", "CPhone", "CCurl",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: rules
        ),
        .target(name: "LeadFixtures", dependencies: ["LeadApp", "LeadCore", "LeadStore"], swiftSettings: rules),
        .target(
            name: "LeadServer",
            dependencies: [
                "LeadApp", "LeadCore", "LeadInsight", "LeadStore",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Resources/templates"), .copy("Resources/assets"), .copy("Resources/openapi.json")],
            swiftSettings: rules
        ),
        .executableTarget(
            name: "baton",
            dependencies: [
                "LeadApp", "LeadCore", "LeadFixtures", "LeadInsight", "LeadServer", "LeadStore",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: rules
        ),

        .executableTarget(
            name: "decide",
            dependencies: ["LeadCore"],
            path: "Benchmarks/decide",
            swiftSettings: rules,
            linkerSettings: [.linkedLibrary("m")]
        ),

        .testTarget(name: "LeadCoreTests", dependencies: ["LeadCore"], exclude: ["Vectors"], swiftSettings: rules),
        .testTarget(name: "LeadInsightTests", dependencies: ["LeadCore", "LeadInsight"], swiftSettings: rules),
        .testTarget(
            name: "LeadStoreTests",
            dependencies: ["LeadCore", "LeadFixtures", "LeadStore"],
            swiftSettings: rules
        ),
        .testTarget(
            name: "LeadAppTests",
            dependencies: ["LeadApp", "LeadCore", "LeadFixtures", "LeadInsight", "LeadStore"],
            swiftSettings: rules
        ),
        .testTarget(
            name: "BatonTests",
            dependencies: ["baton", .product(name: "Configuration", package: "swift-configuration")],
            swiftSettings: rules
        ),
        .testTarget(
            name: "LeadServerTests",
            dependencies: [
                "LeadApp", "LeadCore", "LeadFixtures", "LeadServer", "LeadStore",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: rules
        ),
    ],
    cxxLanguageStandard: .cxx17
)

// swift-tools-version: 6.1

import Foundation
import PackageDescription

// MARK: - The toolchain that runs this manifest

/// Returns the folder with the toolchain's own SwiftParser, next to the manifest library in use.
///
/// Building swift-syntax from source costs minutes; every toolchain ships it as a stable library.
/// The running manifest has `lib/swift/pm/ManifestAPI/libPackageDescription.so` of its toolchain
/// loaded, and `lib/swift/host` stands beside `pm`.
func toolchainHostLibraries() -> String {
    // Read to its end: the file has no size, and what is mapped changes while it is read.
    let maps = try? FileHandle(forReadingAtPath: "/proc/self/maps")?.readToEnd()
    for line in String(decoding: maps ?? Data(), as: UTF8.self).split(separator: "\n") {
        guard line.hasSuffix("/libPackageDescription.so"), let start = line.firstIndex(of: "/")
        else { continue }
        let manifestAPI = URL(fileURLWithPath: String(line[start...])).deletingLastPathComponent()
        let libraries = manifestAPI.deletingLastPathComponent().deletingLastPathComponent()
        return libraries.appendingPathComponent("host").path
    }
    fatalError("the toolchain of this manifest could not be found in /proc/self/maps")
}

let host = toolchainHostLibraries()
let readsHostModules: [SwiftSetting] = [.unsafeFlags(["-I", host])]
let linksHostLibraries: [LinkerSetting] = [
    .unsafeFlags([
        "-L", host, "-lSwiftIfConfig", "-lSwiftParser", "-lSwiftSyntax",
        "-Xlinker", "-rpath", "-Xlinker", host,
    ])
]

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

/// For rooms whose work takes no time worth mentioning: left as they are, they build in a third of
/// it.
let unhurried: [SwiftSetting] = [.unsafeFlags(["-Onone"], .when(configuration: .release))]

// MARK: - Rooms, from the ground up; README.md has a sentence for each

/// Module maps and shims of C libraries, each imported by exactly one room, and leaf rooms.
let level0: [Target] = [
    .systemLibrary(name: "CZeroMQ"),
    .systemLibrary(name: "CSodium"),
    .systemLibrary(name: "CSQLite"),
    .target(name: "CVectorKernels", linkerSettings: [.linkedLibrary("openblas")]),
    .target(name: "CProcesses"),
    .target(name: "CSourceKit"),
    .target(name: "CCellWorker", cSettings: [.headerSearchPath(".")]),
    .target(name: "Files"),
    .target(name: "JSON"),
    .target(name: "Markup"),
    .target(name: "XML"),
]

let level1: [Target] = [
    .target(name: "Digests", dependencies: ["CSodium"]),
    .target(name: "Display", dependencies: ["Files", "XML"]),
    .target(name: "Mathematics", dependencies: ["Markup"]),
    .target(name: "NotebookDocument", dependencies: ["Files", "JSON"]),
    .target(name: "Processes", dependencies: ["CProcesses", "Files"]),
    .target(name: "Recurrent", dependencies: ["CVectorKernels"]),
    .target(name: "ZeroMQ", dependencies: ["CZeroMQ"]),
]

let level2: [Target] = [
    .target(name: "CellProtocol", dependencies: ["Display", "JSON", "Processes"]),
    .target(name: "CellRuntime", dependencies: ["Display", "Files"]),
    .target(name: "Evaluation", dependencies: ["Display"]),
    .target(name: "JupyterProtocol", dependencies: ["Digests", "Display", "Files", "JSON"]),
    .target(name: "MarkdownTexts", dependencies: ["Markup", "Mathematics"]),
    .target(name: "Plotting", dependencies: ["Display", "XML"]),
    .target(name: "SequenceTasks", dependencies: ["Files", "Recurrent"], exclude: ["Texts"]),
    .target(name: "TensorFiles", dependencies: ["Files", "JSON", "Recurrent"]),
]

let level3: [Target] = [
    .target(name: "Widgets", dependencies: ["CellRuntime", "Display", "JSON"]),
    .target(name: "Grading", dependencies: ["Display", "Plotting", "Recurrent"]),
    .target(
        name: "CellCompiler",
        dependencies: ["CellProtocol", "CSourceKit", "Files", "JSON", "Processes", "XML"],
        swiftSettings: readsHostModules + unhurried, linkerSettings: linksHostLibraries),
    .target(
        name: "CellSession",
        dependencies: ["CellProtocol", "Digests", "Display", "Evaluation", "JSON", "Processes"]),
    .target(
        name: "JupyterClient",
        dependencies: ["Files", "JSON", "JupyterProtocol", "Processes", "ZeroMQ"]),
    .target(
        name: "Reports",
        dependencies: [
            "Digests", "Display", "JSON", "MarkdownTexts", "Markup", "Mathematics",
            "NotebookDocument",
            "XML",
        ]),
]

let level4: [Target] = [
    .target(
        name: "CellEngine",
        dependencies: [
            "CellProtocol", "CellSession", "Digests", "Display", "Evaluation", "Files", "JSON",
            "Processes", logging,
        ]),
    .target(
        name: "RNNToolkit",
        dependencies: [
            "CellRuntime", "Display", "Grading", "Plotting", "Recurrent", "SequenceTasks",
            "TensorFiles", "Widgets",
        ]),
]

let level5: [Target] = [
    .executableTarget(
        name: "cell-compiler",
        dependencies: ["CellCompiler", "CellProtocol", "Files", "Processes"],
        swiftSettings: readsHostModules),
    .executableTarget(
        name: "cell-worker",
        dependencies: [
            "CCellWorker", "CellProtocol", "CellRuntime", "Display", "Files", "Processes",
            "RNNToolkit",
        ],
        // Cells link nothing: what they call is found in the worker's own symbols, once.
        linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic"])]),
    .target(
        name: "KernelServer",
        dependencies: [
            "CSQLite", "Display", "Evaluation", "Files", "JSON", "JupyterProtocol", "Processes",
            "ZeroMQ", logging,
        ]),
    .target(
        name: "NotebookRunner",
        dependencies: [
            "Display", "JSON", "JupyterClient", "JupyterProtocol", "Markup", "NotebookDocument",
            "XML",
        ]),
]

let level6: [Target] = [
    .executableTarget(
        name: "unroll",
        dependencies: [
            "CellEngine", "Digests", "Display", "Evaluation", "Files", "JSON", "JupyterClient",
            "JupyterProtocol", "KernelServer", "NotebookDocument", "NotebookRunner", "Processes",
            "Reports", "ZeroMQ", argumentParser, logging,
        ],
        // So that `unroll doctor` still speaks when the toolchain is gone.
        linkerSettings: [
            .unsafeFlags(["-static-stdlib", "-use-ld=lld"]),
            .linkedLibrary("_FoundationCShims"), .linkedLibrary("_FoundationCollections"),
            .linkedLibrary("swiftSynchronization"),
        ])
]

// MARK: - Tests, one target for each room that has them

let tests: [Target] = [
    .target(
        name: "TestSupport", dependencies: ["Files", "Processes"], path: "Tests/TestSupport"),
    .testTarget(name: "DisplayTests", dependencies: ["Display"]),
    .testTarget(name: "FilesTests", dependencies: ["Files"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(name: "XMLTests", dependencies: ["XML"]),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
    .testTarget(name: "MathematicsTests", dependencies: ["Markup", "Mathematics"]),
    .testTarget(
        name: "MarkdownTextsTests", dependencies: ["MarkdownTexts", "Markup", "Mathematics"]),
    .testTarget(
        name: "ReportsTests", dependencies: ["JSON", "Markup", "NotebookDocument", "Reports"]),
    .testTarget(
        name: "NotebookDocumentTests",
        dependencies: ["Files", "JSON", "NotebookDocument", "TestSupport"],
        exclude: ["Fixtures"]),
    .testTarget(
        name: "JupyterClientTests",
        dependencies: [
            "fake-kernel", "Files", "JSON", "JupyterClient", "JupyterProtocol", "Processes",
            "TestSupport",
        ]),
    .testTarget(
        name: "NotebookRunnerTests",
        dependencies: [
            "Display", "fake-kernel", "JSON", "JupyterClient", "JupyterProtocol",
            "NotebookDocument", "NotebookRunner", "Processes", "TestSupport",
        ]),
    .testTarget(
        // Not on `unroll` itself, whose way of linking does not suit tests: it is built beside
        // them.
        name: "UnrollTests",
        dependencies: [
            "fake-kernel", "Files", "JSON", "NotebookDocument", "Processes", "TestSupport",
        ]),
    .executableTarget(
        name: "fake-kernel", dependencies: ["JSON", "JupyterProtocol", "ZeroMQ"],
        path: "Tests/FakeKernel"),
    .testTarget(name: "ArchitectureTests", dependencies: ["Files", "TestSupport"]),
    .testTarget(
        // Runs notebooks through `unroll` and its helpers, which are built beside the tests.
        name: "NotebooksTests",
        dependencies: ["Files", "JSON", "NotebookDocument", "Processes", "TestSupport"]),
    .testTarget(name: "DigestsTests", dependencies: ["Digests"]),
    .testTarget(name: "ProcessesTests", dependencies: ["Processes", "TestSupport"]),
    .testTarget(
        name: "CellCompilerTests",
        dependencies: ["CellCompiler", "CellProtocol", "Files", "Processes", "TestSupport", "XML"],
        swiftSettings: readsHostModules, linkerSettings: linksHostLibraries),
    .testTarget(
        name: "CellEngineTests",
        dependencies: [
            "CellEngine", "CellProtocol", "CellSession", "Display", "Evaluation", "Files",
            "Processes", "TestSupport", logging,
        ]),
    .testTarget(
        // Analyses are those of real cells; nothing is compiled or started.
        name: "CellSessionTests",
        dependencies: [
            "CellCompiler", "CellProtocol", "CellSession", "Evaluation", "Processes", "TestSupport",
        ],
        swiftSettings: readsHostModules, linkerSettings: linksHostLibraries),
    .testTarget(
        name: "WidgetsTests",
        dependencies: ["CellRuntime", "Display", "JSON", "TestSupport", "Widgets"]),
    .testTarget(name: "CellRuntimeTests", dependencies: ["CellRuntime", "Display", "TestSupport"]),
    .testTarget(name: "ZeroMQTests", dependencies: ["ZeroMQ"]),
    .testTarget(
        name: "KernelServerTests",
        dependencies: [
            "Display", "Evaluation", "Files", "JSON", "JupyterProtocol", "KernelServer",
            "TestSupport", "ZeroMQ", logging,
        ]),
    .testTarget(
        name: "JupyterProtocolTests", dependencies: ["Display", "JSON", "JupyterProtocol"]),
    .testTarget(name: "GradingTests", dependencies: ["Grading", "Recurrent"]),
    .testTarget(name: "PlottingTests", dependencies: ["Display", "Plotting", "TestSupport"]),
    .testTarget(
        name: "RNNToolkitTests", dependencies: ["Display", "Plotting", "Recurrent", "RNNToolkit"]),
    .testTarget(
        name: "RNNToolkitTrainingTests", dependencies: ["CellRuntime", "Display", "RNNToolkit"]),
    .testTarget(
        // With the tasks, on which networks learn, and files, in which their fixtures are.
        name: "RecurrentTests",
        dependencies: [
            "Files", "JSON", "Recurrent", "SequenceTasks", "TensorFiles", "TestSupport",
        ],
        exclude: ["Fixtures"]),
]

let package = Package(
    name: "unroll",
    products: [
        .executable(name: "unroll", targets: ["unroll"]),
        .library(name: "Recurrent", targets: ["Recurrent"]),
        .library(name: "SequenceTasks", targets: ["SequenceTasks"]),
        .library(name: "TensorFiles", targets: ["TensorFiles"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: level0 + level1 + level2 + level3 + level4 + level5 + level6 + tests
)

// MARK: - Settings that every Swift room shares

for target in package.targets where target.type != .system {
    let shared: [SwiftSetting] = [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
    target.swiftSettings = (target.swiftSettings ?? []) + shared
}

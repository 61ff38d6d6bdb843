import CellEngine
import Evaluation
import Files
import Processes
import Testing

/// Packages whose modules cells import.
@Suite struct PackageTests {
    /// A folder with a package, which depends on nothing.
    private static func makePackage(
        named name: String, _ source: String, in folder: TemporaryFolder
    ) async throws -> String {
        let session = try TestSession()
        let path = "\(folder.path)/\(name)"
        let record = await session.run(
            """
            %%bash
            set -e
            mkdir -p '\(path)/Sources/\(name)' '\(path)/Sources/C\(name)/include'
            cd '\(path)'
            echo 'int c_\(name)(void);' > Sources/C\(name)/include/c.h
            echo 'int c_\(name)(void) { return 7; }' > Sources/C\(name)/c.c
            cat > Sources/\(name)/code.swift <<'END'
            \(source)
            END
            cat > Package.swift <<'END'
            // swift-tools-version: 5.9
            import PackageDescription
            let package = Package(
                name: "\(name)", products: [.library(name: "\(name)", targets: ["\(name)"])],
                targets: [.target(name: "C\(name)"), .target(name: "\(name)", dependencies: ["C\(name)"])])
            END
            git init -q . && git add -A
            git -c user.name=a -c user.email=a@b commit -qm one && git tag 1.2.0
            """)
        #expect(record.failure == nil, "\(record.story)")
        await session.end()
        return path
    }

    /// Starts a session with packages in a folder of its own.
    private func session(in folder: TemporaryFolder) throws -> TestSession {
        try TestSession { $0.packageCache = "\(folder.path)/packages" }
    }

    @Test(.timeLimit(.minutes(10))) func modulesOfPackagesCanBeImported() async throws {
        let folder = try TemporaryFolder(prefix: "unroll-package-")
        defer { folder.remove() }
        let path = try await Self.makePackage(
            named: "Fruit",
            """
            import CFruit
            public struct Apple: Equatable { public var weight = Int(c_Fruit()); public init() {} }
            public protocol Edible { func taste() -> String }
            extension Apple: Edible { public func taste() -> String { "sweet" } }
            public func risky(_ n: Int) -> Int { [1, 2, 3][n] }
            """, in: folder)
        let session = try session(in: folder)
        await session.run("var kept = [1]")
        let added = await session.run("%package \(path)")
        #expect(added.failure == nil, "\(added.story)\n\(added.output)\(added.errors)")
        #expect(added.output.hasSuffix("import Fruit\n"))
        #expect(await session.run("%package").output.contains("import Fruit"))
        #expect(await session.run("import Fruit\nlet a = Apple()\na.weight").result == "7")
        // A type of a package is one type, whichever cell looks at it.
        #expect(
            await session.run("(a as Any as? any Edible)?.taste() ?? \"none\"").result == "sweet")
        let code = "a.wei"
        let found = await session.evaluator.completions(in: code, at: code.count)
        #expect(found.candidates.contains { $0.text == "weight" })
        let failed = await session.run("kept.append(2); risky(5)")
        #expect(failed.failure != nil)
        #expect(await session.run("(kept, a == Apple())").result == "([1], true)")
        // One that was added before may be a part of others.
        let other = try await Self.makePackage(
            named: "Bowl", "public let size = 3", in: folder)
        let both = await session.run("%%package\n\(path)\n\(other)")
        #expect(both.failure == nil, "\(both.story)\n\(both.output)\(both.errors)")
        #expect(await session.run("import Bowl; (Apple() == a, size)").result == "(true, 3)")
        #expect(await session.run("%undo 6").failure == nil)
        #expect(await session.run("kept").result == "[1]")
        #expect(await session.run("%package").output.hasPrefix("no packages"))
        #expect(await session.run("import Fruit").failure != nil)
        await session.end()
    }

    @Test(.timeLimit(.minutes(10))) func packagesAreFetchedByAddressAndVersion() async throws {
        let folder = try TemporaryFolder(prefix: "unroll-package-")
        defer { folder.remove() }
        let path = try await Self.makePackage(
            named: "Nuts", "public let nut = \"hazel\"", in: folder)
        let session = try session(in: folder)
        let missing = await session.run("%package file://\(folder.path)/nowhere 1.0.0")
        #expect(
            missing.failure?.message.hasPrefix(
                "could not fetch file://\(folder.path)/nowhere: there is no such repository")
                == true,
            "\(missing.story)")
        let late = await session.run("%package file://\(path) 9.0.0")
        #expect(late.failure?.message.hasPrefix("could not fetch file://\(path)") == true)
        let added = await session.run(
            "%%package\n// nuts\n.package(url: \"file://\(path)\", from: \"1.0.0\"),\n")
        #expect(added.failure == nil, "\(added.story)\n\(added.output)\(added.errors)")
        #expect(await session.run("import Nuts; nut").result == "hazel")
        await session.end()
    }

    /// Such modules import another one without exporting it, and name its types.
    @Test(.timeLimit(.minutes(10))) func modulesThatNameTypesOfOthersOfferTheirMembers()
        async throws
    {
        let folder = try TemporaryFolder(prefix: "unroll-package-")
        defer { folder.remove() }
        let session = try session(in: folder)
        let made = await session.run(
            """
            %%bash
            mkdir -p '\(folder.path)/Basket/Sources/Basket' '\(folder.path)/Basket/Sources/Core'
            cd '\(folder.path)/Basket'
            echo 'public struct Peach { public init() {}; public func bite() -> Int { 3 } }' \
                > Sources/Core/core.swift
            echo 'public extension Peach { var isRipe: Bool { true } }' >> Sources/Core/core.swift
            printf 'import Core\npublic typealias Peach = Core.Peach\n' > Sources/Basket/basket.swift
            cat > Package.swift <<'END'
            // swift-tools-version: 5.9
            import PackageDescription
            let package = Package(
                name: "Basket", products: [.library(name: "Basket", targets: ["Basket"])],
                targets: [.target(name: "Core"), .target(name: "Basket", dependencies: ["Core"])])
            END
            """)
        #expect(made.failure == nil, "\(made.story)")
        let added = await session.run("%package \(folder.path)/Basket")
        #expect(added.failure == nil, "\(added.story)\n\(added.output)\(added.errors)")
        let used = await session.run(
            "import Basket\nlet peach = Peach()\n(peach.bite(), peach.isRipe)")
        #expect(used.result == "(3, true)", "\(used.story)")
        #expect(await session.run("peach.bite() + 1").result == "4")
        await session.end()
    }

    /// The macro is built with the toolchain's own libraries for syntax.
    @Test(.timeLimit(.minutes(10))) func macrosOfPackagesExpand() async throws {
        let folder = try TemporaryFolder(prefix: "unroll-package-")
        defer { folder.remove() }
        let session = try session(in: folder)
        let made = await session.run(
            """
            %%bash
            host=$(dirname "$(readlink -f "$(command -v swift)")")/../lib/swift/host
            mkdir -p '\(folder.path)/Stringify/Sources/Stringify' \
                '\(folder.path)/Stringify/Sources/StringifyMacros'
            cd '\(folder.path)/Stringify'
            cat > Sources/Stringify/stringify.swift <<'END'
            @freestanding(expression)
            public macro stringify<T>(_ value: T) -> (T, String) =
                #externalMacro(module: "StringifyMacros", type: "Stringify")
            END
            cat > Sources/StringifyMacros/plugin.swift <<'END'
            @_spi(PluginMessage) import SwiftCompilerPluginMessageHandling
            import SwiftSyntax
            import SwiftSyntaxBuilder
            import SwiftSyntaxMacros
            struct Stringify: ExpressionMacro {
                static func expansion(
                    of node: some FreestandingMacroExpansionSyntax,
                    in context: some MacroExpansionContext
                ) -> ExprSyntax {
                    guard let argument = node.arguments.first?.expression else { return "()" }
                    return "(\\(argument), \\(literal: argument.description))"
                }
            }
            struct Provider: PluginProvider {
                func resolveMacro(moduleName: String, typeName: String) throws -> any Macro.Type {
                    Stringify.self
                }
            }
            @main struct Plugin {
                static func main() throws {
                    let connection = try StandardIOMessageConnection()
                    try CompilerPluginMessageListener(
                        connection: connection, provider: Provider()).main()
                }
            }
            END
            cat > Package.swift <<END
            // swift-tools-version: 6.0
            import CompilerPluginSupport
            import PackageDescription
            let libraries = [
                "-lSwiftSyntax", "-lSwiftSyntaxBuilder", "-lSwiftSyntaxMacros", "-lSwiftParser",
                "-lSwiftCompilerPluginMessageHandling", "-lSwiftDiagnostics", "-lSwiftOperators",
                "-lSwiftBasicFormat", "-lSwiftSyntaxMacroExpansion",
            ]
            let package = Package(
                name: "Stringify", products: [.library(name: "Stringify", targets: ["Stringify"])],
                targets: [
                    .macro(
                        name: "StringifyMacros",
                        swiftSettings: [.unsafeFlags(["-I", "$host"])],
                        linkerSettings: [.unsafeFlags(
                            ["-L", "$host", "-Xlinker", "-rpath", "-Xlinker", "$host"]
                                + libraries)]),
                    .target(name: "Stringify", dependencies: ["StringifyMacros"]),
                ])
            END
            """)
        #expect(made.failure == nil, "\(made.story)")
        let added = await session.run("%package \(folder.path)/Stringify")
        #expect(added.failure == nil, "\(added.story)\n\(added.output)\(added.errors)")
        let used = await session.run("import Stringify\nlet a = 3\n#stringify(a + 4)")
        #expect(used.result == "(7, \"a + 4\")", "\(used.story)")
        await session.end()
    }

    @Test func aPackageThatMakesNoSenseIsRefusedAtOnce() async throws {
        let session = try TestSession()
        for (line, words) in [
            ("%package https://example.org/a", "lacks a version"),
            ("%package https://example.org/a main", "lacks a version"),
            ("%package nowhere", "has no Package.swift"),
            ("%package a b c", "names no package"),
            ("%package .package(name: \"a\")", "names no package"),
            ("%%package\n\n", "lacks packages"),
            ("%package /tmp", "has no Package.swift"),
        ] {
            let record = await session.run(line)
            #expect(record.failure?.message.contains(words) == true, "\(line): \(record.story)")
        }
        await session.end()
    }
}

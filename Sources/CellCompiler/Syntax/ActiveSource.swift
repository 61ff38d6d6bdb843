internal import CellProtocol
internal import Glibc
internal import SwiftIfConfig
internal import SwiftParser
internal import SwiftSyntax

/// A cell's source without inactive `#if` clauses, in which all other bytes keep their offsets.
struct ActiveSource {
    /// The syntax tree, with spaces in place of inactive clauses and of the `#if` lines themselves.
    let parsed: SourceFileSyntax

    /// Parses a source for a language mode.
    init(_ source: String, mode: LanguageMode) {
        let file = Parser.parse(source: source)
        guard source.utf8.contains(UInt8(ascii: "#")) else {
            parsed = file
            return
        }
        let finder = InactiveFinder(configuration: CellBuildConfiguration(mode: mode))
        finder.walk(file)
        parsed =
            finder.ranges.isEmpty
            ? file : Parser.parse(source: Self.blanking(finder.ranges, in: source))
    }

    /// Returns a source with spaces, except for line ends, in some ranges.
    private static func blanking(_ ranges: [Range<Int>], in source: String) -> String {
        var bytes = Array(source.utf8)
        for range in ranges {
            for index in range where bytes[index] != UInt8(ascii: "\n") {
                bytes[index] = UInt8(ascii: " ")
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A visitor that finds inactive `#if` clauses and the `#if` lines.
private final class InactiveFinder: SyntaxVisitor {
    /// The configuration that conditions refer to.
    private let configuration: CellBuildConfiguration

    /// The ranges of the inactive parts, in UTF-8 bytes.
    private(set) var ranges: [Range<Int>] = []

    /// Creates a finder for a build configuration.
    init(configuration: CellBuildConfiguration) {
        self.configuration = configuration
        super.init(viewMode: .sourceAccurate)
    }

    override func visit(_ node: IfConfigDeclSyntax) -> SyntaxVisitorContinueKind {
        let active = node.activeClause(in: configuration).clause
        for clause in node.clauses {
            guard clause.id == active?.id, let elements = clause.elements else {
                ranges.append(clause.startOffset..<clause.endOffset)
                continue
            }
            ranges.append(clause.startOffset..<elements.startOffset)
            walk(elements)
        }
        ranges.append(node.poundEndif.startOffset..<node.poundEndif.endOffset)
        return .skipChildren
    }
}

/// The build configuration of cells: this machine and the toolchain of this process.
struct CellBuildConfiguration: BuildConfiguration {
    /// The language mode.
    let mode: LanguageMode

    /// The language version: the last one with the mode.
    var languageVersion: VersionTuple {
        mode == .five ? VersionTuple(5, 10) : compilerVersion
    }

    /// The compiler version, which is the one that this process was built with.
    var compilerVersion: VersionTuple {
        #if compiler(>=6.4)
        VersionTuple(6, 4)
        #else
        VersionTuple(6, 3, 1)
        #endif
    }

    /// The size of a pointer in bits.
    var targetPointerBitWidth: Int { Int.bitWidth }

    /// The sizes of atomic integers in bits.
    var targetAtomicBitWidths: [Int] { [8, 16, 32, 64, 128] }

    /// The byte order.
    var endianness: Endianness { .little }

    func isCustomConditionSet(name: String) -> Bool { false }

    func hasFeature(name: String) -> Bool { LanguageOptions.features.contains(name) }

    func hasAttribute(name: String) -> Bool { true }

    func canImport(
        importPath: [(TokenSyntax, String)], version: CanImportVersion
    ) -> Bool {
        guard let module = importPath.first?.1 else { return false }
        return Toolchain.ofThisProcess?.hasModule(module) ?? false
    }

    func isActiveTargetOS(name: String) -> Bool { name == "Linux" }

    func isActiveTargetArchitecture(name: String) -> Bool {
        name == (Toolchain.architecture == "aarch64" ? "arm64" : Toolchain.architecture)
    }

    func isActiveTargetEnvironment(name: String) -> Bool { false }

    func isActiveTargetRuntime(name: String) -> Bool {
        name == "_Native" || name == "_multithreaded"
    }

    func isActiveTargetPointerAuthentication(name: String) -> Bool { name == "_none" }

    func isActiveTargetObjectFormat(name: String) -> Bool { name == "ELF" }
}

extension Toolchain {
    /// Returns whether the toolchain has a module of a name.
    fileprivate func hasModule(_ name: String) -> Bool {
        let paths = [
            "\(runtimeLibraries)/\(name).swiftmodule",
            "\(runtimeLibraries)/\(Self.architecture)/\(name).swiftmodule",
            "\(root)/lib/swift/\(name)/module.modulemap",
        ]
        return paths.contains { access($0, F_OK) == 0 }
    }
}

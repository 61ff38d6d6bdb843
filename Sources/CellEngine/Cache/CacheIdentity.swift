internal import CellProtocol
internal import Digests
internal import Files
internal import Glibc

/// What all cells of a session depend on: the toolchain, the compiler process, the toolkit.
///
/// Cells that were compiled under another identity are of no use.
struct CacheIdentity: Sendable, Hashable, CustomStringConvertible {
    /// A digest of all that counts.
    let description: String

    /// Looks at the parts of an installation.
    ///
    /// Programs and libraries count by their size and the time of their last change, modules by what
    /// they contain: the toolkit can be built anew without a change that a cell would notice.
    init(toolchain: Toolchain, configuration: EngineConfiguration) {
        var facts = ["1", Toolchain.architecture, toolchain.root]
        for program in [toolchain.sourceKit, toolchain.frontend, configuration.compilerExecutable] {
            facts.append(Self.age(of: program))
        }
        facts.append("\(configuration.usesSourceKit)")
        for name in configuration.toolkitModules {
            let paths = configuration.moduleFolders.map { "\($0)/\(name).swiftmodule" }
            let content = paths.lazy.compactMap { try? WholeFile.read($0) }.first
            facts.append("\(name) \(content.map { "\(Digest(of: $0))" } ?? "missing")")
        }
        description = Digest(of: facts.joined(separator: "\n")).description
    }

    /// Returns the size of a file and when it was changed last.
    private static func age(of path: String) -> String {
        var status = stat()
        guard stat(path, &status) == 0 else { return "missing" }
        return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}

internal import CellProtocol
internal import Digests
internal import Files
internal import Glibc

/// The identity of everything on which all cells of a session depend: the toolchain, the compiler
/// process and the toolkit.
///
/// Cells compiled under another identity cannot be used.
struct CacheIdentity: Sendable, Hashable, CustomStringConvertible {
    /// The identity as a digest.
    let description: String

    /// Computes the identity of an installation.
    ///
    /// Programs and libraries are identified by size and modification time, and modules by their
    /// contents, because the toolkit can be rebuilt without a change that affects cells.
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

    /// Returns the size and modification time of a file.
    private static func age(of path: String) -> String {
        var status = stat()
        guard stat(path, &status) == 0 else { return "missing" }
        return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}

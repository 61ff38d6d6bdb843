internal import CellProtocol
internal import Digests
internal import Files
internal import Glibc
internal import JSON
internal import Logging
internal import Processes

/// What cells compile to, kept between sessions in the user's own folder.
///
/// Any number of kernels use the folder at once: an entry is written beside its place and renamed,
/// and checked when it is read. What cannot be read or written is compiled; nothing else happens.
struct CompileCache: Sendable {
    /// The folder of the entries that suit this session.
    private let folder: String

    /// Where mishaps are noted.
    private let log: Logger

    /// Opens the cache; nothing, where there is no folder that only this user can write to.
    init?(store: CacheStore, identity: CacheIdentity, log: Logger) {
        self.log = log
        folder = "\(store.path)/\(identity)"
        do throws(CacheProblem) {
            try store.prepare(folder)
        } catch {
            log.warning("cells are compiled each time: \(error)")
            return nil
        }
    }

    // MARK: Entries

    /// Returns what a cell compiled to; nothing, where that is not known.
    func entry(named name: String) -> CacheEntry? { read(name).flatMap(CacheEntry.init) }

    /// Keeps what a cell compiled to.
    func keep(_ entry: CacheEntry, named name: String) {
        write(name) { try entry.bytes() }
    }

    /// Returns what the syntax of some code told when it was looked at before.
    func analysis(of code: String) -> CellAnalysis? {
        read(Self.name(ofAnalysisOf: code)).flatMap { bytes in
            try? JSONValue(parsing: bytes).decoded(as: CellAnalysis.self)
        }
    }

    /// Keeps what the syntax of some code tells.
    func keep(_ analysis: CellAnalysis, of code: String) {
        write(Self.name(ofAnalysisOf: code)) { try JSONValue(encoding: analysis).bytes() }
    }

    // MARK: Files

    /// The name of the analysis of some code.
    private static func name(ofAnalysisOf code: String) -> String { "Syntax_\(Digest(of: code))" }

    /// Reads what was kept under a name, and notes that it has been of use, so that others leave
    /// before it.
    private func read(_ name: String) -> [UInt8]? {
        let path = "\(folder)/\(name)"
        guard let file = try? WholeFile.read(path),
            let checked = CheckedFile(file: file, name: name)
        else { return nil }
        utimensat(AT_FDCWD, path, nil, 0)
        return checked.bytes
    }

    /// Keeps bytes under a name; what cannot be kept is made again.
    private func write(_ name: String, _ content: () throws -> [UInt8]) {
        do {
            let file = CheckedFile(bytes: try content()).file(name: name)
            try WholeFile.replace(
                "\(folder)/\(name)", with: file, permissions: 0o600, isDurable: false)
        } catch {
            log.debug("what a cell compiled to was not kept: \(error)")
        }
    }
}

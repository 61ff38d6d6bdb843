internal import CellProtocol
internal import Digests
internal import Files
internal import Glibc
internal import JSON
internal import Logging
internal import Processes

/// The cache of compiled cells, kept between sessions in the user's own folder.
///
/// Any number of kernels may use the folder at once: an entry is replaced atomically, and verified
/// when it is read. Whatever cannot be read or written is compiled instead.
struct CompileCache: Sendable {
    /// The folder of the entries with this session's identity.
    private let folder: String

    /// The log of errors.
    private let log: Logger

    /// Opens the cache; returns `nil` if there is no folder that only this user can write to.
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

    /// Returns the entry of a module, or `nil` if there is none.
    func entry(named name: String) -> CacheEntry? { read(name).flatMap(CacheEntry.init) }

    /// Stores the entry of a module.
    func keep(_ entry: CacheEntry, named name: String) {
        write(name) { try entry.bytes() }
    }

    /// Returns the stored syntactic analysis of code in a language mode, or `nil` if there is none.
    func analysis(of code: String, in mode: LanguageMode) -> CellAnalysis? {
        read(Self.name(ofAnalysisOf: code, in: mode)).flatMap { bytes in
            try? JSONValue(parsing: bytes).decoded(as: CellAnalysis.self)
        }
    }

    /// Stores the syntactic analysis of code in a language mode.
    func keep(_ analysis: CellAnalysis, of code: String, in mode: LanguageMode) {
        write(Self.name(ofAnalysisOf: code, in: mode)) { try JSONValue(encoding: analysis).bytes() }
    }

    // MARK: Files

    /// Returns the name under which the analysis of code is stored.
    private static func name(ofAnalysisOf code: String, in mode: LanguageMode) -> String {
        "Syntax\(mode.rawValue)_\(Digest(of: code))"
    }

    /// Reads the bytes stored under a name, and marks them as recently used.
    private func read(_ name: String) -> [UInt8]? {
        let path = "\(folder)/\(name)"
        guard let file = try? WholeFile.read(path),
            let checked = CheckedFile(file: file, name: name)
        else { return nil }
        utimensat(AT_FDCWD, path, nil, 0)
        return checked.bytes
    }

    /// Stores bytes under a name; failures are logged.
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

/// The reason why the cache cannot be used.
enum CacheProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// A folder could not be created.
    case cannotMake(path: String, cause: String)
    /// A folder is not writable.
    case cannotWrite(path: String, cause: String)
    /// The path is not a folder of this user.
    case isForeign(path: String)
    /// Other users may write to the folder.
    case isOpen(path: String)

    /// A sentence with the operation, its subject, the cause and the remedy.
    var description: String {
        switch self {
        case .cannotMake(let path, let cause): "could not make the folder \(path): \(cause)"
        case .cannotWrite(let path, let cause): "could not write to \(path): \(cause)"
        case .isForeign(let path):
            "could not use \(path): it is not a folder of your own; move it away"
        case .isOpen(let path):
            "could not use \(path): others may write there; run chmod 700 on it"
        }
    }
}

/// The hits and misses of the cache.
public struct CacheUsage: Sendable, Hashable {
    /// The number of modules found in the cache.
    public var hits: Int

    /// The number of modules that had to be compiled.
    public var misses: Int

    /// Creates a pair of numbers.
    public init(hits: Int = 0, misses: Int = 0) {
        self.hits = hits
        self.misses = misses
    }
}

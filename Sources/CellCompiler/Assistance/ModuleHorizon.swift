internal import CellProtocol
internal import Files
internal import Processes
internal import Synchronization

/// A record of the modules that sourcekitd has had the chance to find.
///
/// The library caches the state of its last query, including folder listings, so it does not find
/// modules that were created since. It starts afresh when the arguments change; so this type
/// changes an argument whenever a source imports a module that did not exist at the last fresh
/// start.
final class ModuleHorizon: Sendable {
    /// The recorded modules.
    private struct State {
        /// The modules that existed at the last fresh start.
        var modules: Set<String> = []
        /// The number of fresh starts.
        var count = 0
    }

    /// The recorded modules.
    private let state = Mutex(State())

    /// Creates a record without modules.
    init() {}

    /// Returns an argument that makes the library find every module that a source imports.
    func argument(for query: CodeQuery) -> String {
        let count = state.withLock { state in
            let wanted = Set(query.moduleTiers.joined())
            if !wanted.isSubset(of: state.modules) {
                state.modules = wanted.union(Self.modules(in: query.moduleFolders))
                state.count += 1
            }
            return state.count
        }
        return "-DUNROLL_HORIZON_\(count)"
    }

    /// Returns the names of the modules in folders.
    private static func modules(in folders: [String]) -> [String] {
        let suffix = ".swiftmodule"
        return folders.flatMap(FolderListing.names(in:)).filter { $0.hasSuffix(suffix) }
            .map { String($0.dropLast(suffix.count)) }
    }
}

internal import CellProtocol
internal import Files
internal import Processes
internal import Synchronization

/// Knows when sourcekitd has to look for modules again.
///
/// The library keeps what it has loaded for the last question about a place, and with it the lists of
/// what lies in the folders: it does not find modules that were made since. It begins anew where the
/// arguments differ, so one of them does whenever a source imports a module that was not there then.
final class ModuleHorizon: Sendable {
    /// What the library can have seen.
    private struct State {
        /// The modules that were there when it last began anew.
        var modules: Set<String> = []
        /// How often it has begun anew.
        var count = 0
    }

    /// What the library can have seen.
    private let state = Mutex(State())

    /// Begins with a library that has seen nothing.
    init() {}

    /// Returns the argument that makes the library see everything that a source imports.
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

    /// Returns the names of the modules that lie in some folders.
    private static func modules(in folders: [String]) -> [String] {
        let suffix = ".swiftmodule"
        return folders.flatMap(FolderListing.names(in:)).filter { $0.hasSuffix(suffix) }
            .map { String($0.dropLast(suffix.count)) }
    }
}

internal import CellProtocol
internal import Glibc

/// A loader of cells and the libraries that they need.
final class CellLoader {
    /// The function that runs a cell's code: C's `main`.
    typealias EntryPoint = @convention(c) (Int32, UnsafeMutableRawPointer?) -> Int32

    /// The error when an object cannot be loaded.
    struct Problem: Error {
        /// The message of the dynamic linker.
        let reason: String
    }

    /// The libraries that have been tried, whether they exist or not.
    private var libraries: Set<String> = []

    /// Loads a cell and returns the function that runs it.
    ///
    /// Loaded cells stay loaded: values of later cells may have types and code of earlier ones.
    func load(_ run: CellRun) -> Result<EntryPoint, Problem> {
        // A library may be missing if no cell uses it; otherwise loading the cell's object fails.
        for library in run.libraries where libraries.insert(library).inserted {
            dlopen(library, RTLD_NOW | RTLD_GLOBAL)
        }
        guard let handle = dlopen(run.object, RTLD_NOW | RTLD_GLOBAL) else {
            return .failure(Problem(reason: Self.lastError))
        }
        guard let symbol = dlsym(handle, run.entryPoint) else {
            return .failure(Problem(reason: Self.lastError))
        }
        return .success(unsafeBitCast(symbol, to: EntryPoint.self))
    }

    /// The message of the dynamic linker for its last failure.
    private static var lastError: String {
        dlerror().map { String(cString: $0) } ?? "no reason given"
    }
}

internal import CellProtocol
internal import Glibc

/// Loads the objects of cells, and the libraries that they need.
final class CellLoader {
    /// The function that runs a cell's code: C's `main`.
    typealias EntryPoint = @convention(c) (Int32, UnsafeMutableRawPointer?) -> Int32

    /// Why an object could not be loaded.
    struct Problem: Error {
        /// The dynamic linker's words.
        let reason: String
    }

    /// The libraries that have been looked for: each is once, whether it was there or not.
    private var libraries: Set<String> = []

    /// Loads a cell and returns the function that runs it.
    ///
    /// What is loaded stays loaded: values of later cells may have types and code of this one.
    func load(_ run: CellRun) -> Result<EntryPoint, Problem> {
        // What a library needs and what no cell uses may be missing: the cell's own object tells.
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

    /// What the dynamic linker says of its last failure.
    private static var lastError: String {
        dlerror().map { String(cString: $0) } ?? "no reason given"
    }
}

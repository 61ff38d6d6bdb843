internal import CellProtocol
internal import Files
internal import Processes

/// The files that a job creates in the session's folder.
struct CompiledFiles: Sendable {
    /// The path of the files without their extension.
    private let stem: String

    /// The requested output of the job.
    private let product: CompileJob.Product

    /// Indicates whether it emits an interface for other cells.
    private let emitsModule: Bool

    /// Creates the description of a job's files.
    init(job: CompileJob) {
        stem = "\(job.outputFolder)/\(job.moduleName)"
        product = job.product
        emitsModule = job.emitsModule
    }

    /// The path of the object.
    private var object: String { "\(stem).so" }

    /// The path of the interface.
    private var module: String { "\(stem).swiftmodule" }

    /// Reads the files into an entry; returns `nil` if one is missing.
    func pack(_ result: CompileResult) -> CacheEntry? {
        var entry = CacheEntry(result: result, module: [], object: [])
        let isComplete = result.object != nil || product == .moduleOnly
        if result.object != nil {
            guard let bytes = try? WholeFile.read(object) else { return nil }
            entry.object = bytes
        }
        if emitsModule, isComplete {
            guard let bytes = try? WholeFile.read(module) else { return nil }
            entry.module = bytes
        }
        return entry
    }

    /// Writes the object of an entry, and returns the result, or `nil` if the object cannot be
    /// written.
    func placeObject(of entry: CacheEntry) -> CompileResult? {
        var result = entry.result
        guard result.object != nil else { return result }
        guard (try? write(entry.object, to: object)) != nil else { return nil }
        result.object = object
        return result
    }

    /// Copies the module interface of a cache entry, if it has one, to the path where the compiler
    /// looks for it.
    ///
    /// - Throws: `FileError` with the path and the cause.
    func placeModule(of entry: CacheEntry) throws(FileError) {
        try write(entry.module, to: module)
    }

    /// Writes a file that is used only during the session, so it need not be durable.
    private func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        try WholeFile.replace(path, with: bytes, permissions: 0o600, isDurable: false)
    }
}

internal import CellProtocol
internal import Processes

/// The files that a job leaves in the session's folder.
struct CompiledFiles: Sendable {
    /// The path of the files, without what tells them apart.
    private let stem: String

    /// What the job makes.
    private let product: CompileJob.Product

    /// Whether it makes an interface for other cells.
    private let emitsModule: Bool

    /// Names the files of a job.
    init(job: CompileJob) {
        stem = "\(job.outputFolder)/\(job.moduleName)"
        product = job.product
        emitsModule = job.emitsModule
    }

    /// The path of the object.
    private var object: String { "\(stem).so" }

    /// The path of the interface.
    private var module: String { "\(stem).swiftmodule" }

    /// Takes the files up into an entry; nothing, where one is missing.
    func pack(_ result: CompileResult) -> CacheEntry? {
        var entry = CacheEntry(result: result, module: [], object: [])
        let isComplete = result.object != nil || product == .moduleOnly
        if result.object != nil {
            guard let bytes = FileSystem.read(object) else { return nil }
            entry.object = bytes
        }
        if emitsModule, isComplete {
            guard let bytes = FileSystem.read(module) else { return nil }
            entry.module = bytes
        }
        return entry
    }

    /// Puts the object of an entry in its place, and returns the result; nothing, where it cannot be
    /// written.
    func placeObject(of entry: CacheEntry) -> CompileResult? {
        var result = entry.result
        guard result.object != nil else { return result }
        guard (try? FileSystem.replace(object, with: entry.object)) != nil else { return nil }
        result.object = object
        return result
    }

    /// Puts the interface of an entry that has one in its place.
    ///
    /// - Throws: `ProcessError`, which names the file.
    func placeModule(of entry: CacheEntry) throws(ProcessError) {
        try FileSystem.replace(module, with: entry.module)
    }
}

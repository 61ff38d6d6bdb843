internal import CellProtocol
internal import JSON
internal import Synchronization

/// A compiler in this process, which has everything loaded already.
struct SourceKitCompiler: ObjectCompiler {
    /// The compiler library.
    let kit: SourceKit

    func compile(_ arguments: CompilerArguments) throws(CompilerError) -> Compilation {
        // sourcekitd keeps results by name, for edits of the same file. A cell is compiled once,
        // and a kept failure would be returned for the next attempt.
        let name = arguments.job.moduleName
        defer { forget(name) }
        var request = SourceKitRequest("source.request.compile")
        request.add("key.name", .string(name))
        request.add("key.compilerargs", .strings(arguments.forDriver))
        let response = try kit.send(request)
        let diagnostics = response["key.diagnostics"]?.array ?? []
        return Compilation(
            diagnostics: diagnostics.compactMap(Diagnostic.init(sourceKit:)),
            succeeded: response["key.value"]?.int == 0)
    }

    /// Frees the library's results of a compilation.
    private func forget(_ name: String) {
        var request = SourceKitRequest("source.request.compile.close")
        request.add("key.name", .string(name))
        // If freeing fails, that only costs memory.
        _ = try? kit.send(request)
    }
}

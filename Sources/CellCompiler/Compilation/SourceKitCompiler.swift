internal import CellProtocol
internal import JSON
internal import Synchronization

/// Compiles in this process, where everything is loaded already.
struct SourceKitCompiler: ObjectCompiler {
    /// The library that compiles.
    let kit: SourceKit

    func compile(_ arguments: CompilerArguments) throws(CompilerError) -> Compilation {
        // sourcekitd keeps what it compiled under a name, for edits of the same file; a cell is
        // compiled once, and a kept failure would answer for the next try.
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

    /// Frees what the library keeps of a compilation.
    private func forget(_ name: String) {
        var request = SourceKitRequest("source.request.compile.close")
        request.add("key.name", .string(name))
        // What cannot be freed costs memory, nothing else.
        _ = try? kit.send(request)
    }
}

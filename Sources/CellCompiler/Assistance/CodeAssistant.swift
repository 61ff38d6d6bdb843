internal import CellProtocol
internal import JSON

/// Answers questions about places in a source that is being written.
struct CodeAssistant: Sendable {
    /// The library that knows.
    let kit: SourceKit

    /// The toolchain whose modules are looked into.
    let toolchain: Toolchain

    /// The folder for the modules that the compiler makes of C headers.
    let moduleCache: String

    /// What the library can have seen.
    private let horizon = ModuleHorizon()

    /// Makes an assistant.
    init(kit: SourceKit, toolchain: Toolchain, moduleCache: String) {
        self.kit = kit
        self.toolchain = toolchain
        self.moduleCache = moduleCache
    }

    /// The name of the file that the source is said to lie in; it need not be there.
    private static let fileName = "Cell.swift"

    // MARK: Completion

    /// Returns what could stand at a place, the best first.
    func completions(for query: CodeQuery) throws(CompilerError) -> [CodeCompletion] {
        let name = NameRange(around: query.offset, in: query.source)
        let request = request("source.request.codecomplete", for: query, offset: name.start)
        let results = try kit.candidates(request, beginningWith: name.typed)
        return CompletionList(tiers: query.moduleTiers).completions(
            from: results)
    }

    // MARK: Inspection

    /// Returns what is known of a place: of the symbol that stands there, or else of the call that
    /// the place lies in.
    func inspection(for query: CodeQuery) throws(CompilerError) -> CodeInspection {
        let name = NameRange(around: query.offset, in: query.source)
        guard !name.isEmpty else {
            return CodeInspection(signatures: try signatures(for: query))
        }
        let symbol = try symbol(at: name.start, for: query)
        guard symbol?.isCallable ?? true else { return CodeInspection(symbol: symbol) }
        var signatures = try signatures(of: name, for: query)
        if symbol == nil, signatures.isEmpty { signatures = try self.signatures(for: query) }
        return CodeInspection(symbol: symbol, signatures: signatures)
    }

    /// Returns what is known of the symbol at a place, or nothing.
    private func symbol(
        at offset: Int, for query: CodeQuery
    ) throws(CompilerError) -> SymbolDescription? {
        // For this question, the library looks only into files and open documents.
        _ = try kit.send(opening(query))
        defer { close() }
        return SymbolDescription(
            sourceKit: try kit.send(
                request("source.request.cursorinfo", for: query, offset: offset)))
    }

    /// Returns how what is called around a place can be called.
    private func signatures(for query: CodeQuery) throws(CompilerError) -> [CallSignature] {
        _ = try kit.send(opening(query))
        defer { close() }
        let request = request("source.request.signaturehelp", for: query, offset: query.offset)
        return CallSignature.all(sourceKit: try kit.send(request))
    }

    /// Returns how what a name means can be called, as if a call began behind it.
    private func signatures(
        of name: NameRange, for query: CodeQuery
    ) throws(CompilerError) -> [CallSignature] {
        var query = query
        query.source = String(decoding: query.source.utf8.prefix(name.end), as: UTF8.self) + "("
        query.offset = name.end + 1
        return try signatures(for: query).map { signature in
            CallSignature(label: signature.label, documentation: signature.documentation)
        }
    }

    // MARK: Requests

    /// Makes a request that opens the source as a document, without asking anything about it.
    private func opening(_ query: CodeQuery) -> SourceKitRequest {
        var request = SourceKitRequest("source.request.editor.open")
        request.add("key.name", .string(Self.fileName))
        request.add("key.sourcetext", .string(query.source))
        request.add("key.compilerargs", .strings(arguments(for: query)))
        for part in ["syntaxmap", "substructure", "diagnostics"] {
            request.add("key.enable\(part)", .int(0))
        }
        request.add("key.syntactic_only", .int(1))
        return request
    }

    /// Closes the document; one that is not open is not missed.
    private func close() {
        var request = SourceKitRequest("source.request.editor.close")
        request.add("key.name", .string(Self.fileName))
        _ = try? kit.send(request)
    }

    /// Makes a request about a place.
    private func request(_ name: String, for query: CodeQuery, offset: Int) -> SourceKitRequest {
        var request = SourceKitRequest(name)
        request.add("key.sourcefile", .string(Self.fileName))
        request.add("key.sourcetext", .string(query.source))
        request.add("key.offset", .int(offset))
        request.add("key.compilerargs", .strings(arguments(for: query)))
        return request
    }

    /// The arguments with which the source would be compiled.
    private func arguments(for query: CodeQuery) -> [String] {
        let folders = query.moduleFolders.flatMap { ["-I", $0] }
        let plugins = toolchain.pluginFolders.flatMap { ["-plugin-path", $0] }
        return [
            Self.fileName, "-module-name", "Cell", "-module-cache-path", moduleCache,
            horizon.argument(for: query),
        ] + LanguageOptions.arguments + folders + plugins
    }
}

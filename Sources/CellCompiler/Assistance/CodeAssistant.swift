internal import CellProtocol
internal import JSON

/// A service that answers queries about positions in source code: completion, signatures and
/// symbols.
struct CodeAssistant: Sendable {
    /// The compiler library that answers.
    let kit: SourceKit

    /// The toolchain whose modules are used.
    let toolchain: Toolchain

    /// The folder of the cache for Clang modules.
    let moduleCache: String

    /// The modules that the library has had the chance to find.
    private let horizon = ModuleHorizon()

    /// Creates an assistant.
    init(kit: SourceKit, toolchain: Toolchain, moduleCache: String) {
        self.kit = kit
        self.toolchain = toolchain
        self.moduleCache = moduleCache
    }

    /// The file name of the source; the file need not exist.
    private static let fileName = "Cell.swift"

    // MARK: Completion

    /// Returns the completions at a position, the best first.
    func completions(for query: CodeQuery) throws(CompilerError) -> [CodeCompletion] {
        let name = NameRange(around: query.offset, in: query.source)
        let request = request("source.request.codecomplete", for: query, offset: name.start)
        let results = try kit.candidates(request, beginningWith: name.typed)
        return CompletionList(tiers: query.moduleTiers).completions(
            from: results)
    }

    // MARK: Inspection

    /// Returns information on a position: on the symbol there, or else on the enclosing call.
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

    /// Returns information on the symbol at a position, or `nil` if there is none.
    private func symbol(
        at offset: Int, for query: CodeQuery
    ) throws(CompilerError) -> SymbolDescription? {
        // For this query, the library only looks at files and open documents.
        _ = try kit.send(opening(query))
        defer { close() }
        return SymbolDescription(
            sourceKit: try kit.send(
                request("source.request.cursorinfo", for: query, offset: offset)))
    }

    /// Returns the signatures of the call around a position.
    private func signatures(for query: CodeQuery) throws(CompilerError) -> [CallSignature] {
        _ = try kit.send(opening(query))
        defer { close() }
        let request = request("source.request.signaturehelp", for: query, offset: query.offset)
        return CallSignature.all(sourceKit: try kit.send(request))
    }

    /// Returns the signatures of a name, as if a call began after it.
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

    /// Returns a request that opens the source as a document.
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

    /// Closes the document; the error for a document that is not open is ignored.
    private func close() {
        var request = SourceKitRequest("source.request.editor.close")
        request.add("key.name", .string(Self.fileName))
        _ = try? kit.send(request)
    }

    /// Returns a request about a position.
    private func request(_ name: String, for query: CodeQuery, offset: Int) -> SourceKitRequest {
        var request = SourceKitRequest(name)
        request.add("key.sourcefile", .string(Self.fileName))
        request.add("key.sourcetext", .string(query.source))
        request.add("key.offset", .int(offset))
        request.add("key.compilerargs", .strings(arguments(for: query)))
        return request
    }

    /// Returns the compiler arguments for the source.
    private func arguments(for query: CodeQuery) -> [String] {
        let folders = query.moduleFolders.flatMap { ["-I", $0] }
        let plugins = toolchain.pluginFolders.flatMap { ["-plugin-path", $0] }
        return [
            Self.fileName, "-module-name", "Cell", "-module-cache-path", moduleCache,
            horizon.argument(for: query),
        ] + LanguageOptions.arguments(for: query.languageMode) + folders + query.packageArguments
            + plugins
    }
}

/// The completions that are offered to a user, chosen among those of sourcekitd.
struct CompletionList {
    /// The modules that the source imports, in tiers, the nearest first.
    let tiers: [[String]]

    /// The maximum number of completions.
    private static let limit = 200

    /// Returns the completions, the best first.
    func completions(from results: [JSONValue]) -> [CodeCompletion] {
        var seen = Set<String>()
        let offered = results.compactMap { result -> (CompletionRank, CodeCompletion)? in
            guard let completion = CodeCompletion(sourceKit: result),
                !completion.text.isEmpty, seen.insert(completion.label).inserted
            else { return nil }
            return (CompletionRank(of: result, text: completion.text, tiers: tiers), completion)
        }
        return offered.sorted { $0.0 < $1.0 }.prefix(Self.limit).map(\.1)
    }
}

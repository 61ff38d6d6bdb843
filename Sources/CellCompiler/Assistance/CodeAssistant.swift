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

    /// The name of the file that the source is said to lie in; it need not be there.
    private static let fileName = "Cell.swift"

    /// Returns what could stand at a place, the best first.
    func completions(for query: CodeQuery) throws(CompilerError) -> [CodeCompletion] {
        let source = Array(query.source.utf8)
        let start = Self.startOfName(before: query.offset, in: source)
        let typed = String(decoding: source[start..<min(query.offset, source.count)], as: UTF8.self)
        var request = request("source.request.codecomplete.open", for: query, offset: start)
        request.add("key.name", .string(Self.fileName))
        // There can be tens of thousands: all of them take seconds to be written down and read.
        request.add(
            "key.codecomplete.options",
            .entries([
                ("key.codecomplete.sort.byname", .int(1)),
                ("key.codecomplete.filtertext", .string(typed)),
                ("key.codecomplete.requestlimit", .int(Self.limit)),
                ("key.codecomplete.fuzzymatching", .int(0)),
                ("key.codecomplete.group.overloads", .int(0)),
                ("key.codecomplete.group.stems", .int(0)),
            ]))
        defer { closeCompletion(at: start) }
        let results = try kit.send(request)["key.results"]?.array ?? []
        return CompletionFilter(typed: typed).completions(in: results)
    }

    /// How many candidates are looked at.
    private static let limit = 1000

    /// Frees what the library keeps of a completion.
    private func closeCompletion(at offset: Int) {
        var request = SourceKitRequest("source.request.codecomplete.close")
        request.add("key.name", .string(Self.fileName))
        request.add("key.offset", .int(offset))
        // What cannot be freed costs memory, nothing else.
        _ = try? kit.send(request)
    }

    /// Returns what is known of the symbol at a place, or nothing.
    func description(for query: CodeQuery) throws(CompilerError) -> SymbolDescription? {
        let start = Self.startOfName(before: query.offset, in: Array(query.source.utf8))
        // For this question, the library looks only into files and open documents.
        _ = try kit.send(opening(query))
        defer { close() }
        let request = request("source.request.cursorinfo", for: query, offset: start)
        return SymbolDescription(sourceKit: try kit.send(request))
    }

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
        ] + LanguageOptions.arguments + folders + plugins
    }

    /// Returns where the name begins that ends at or surrounds a place.
    private static func startOfName(before offset: Int, in source: [UInt8]) -> Int {
        var start = min(max(offset, 0), source.count)
        while start > 0, isPartOfName(source[start - 1]) { start -= 1 }
        return start
    }

    /// Whether a byte can be a part of a name: all of those beyond ASCII can.
    private static func isPartOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}

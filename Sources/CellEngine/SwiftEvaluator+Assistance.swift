internal import CellProtocol
internal import CellSession
public import Display
public import Evaluation
internal import Files
internal import Processes

extension SwiftEvaluator {
    // MARK: Completion

    /// Returns the completions at a position; see `Evaluator`.
    public func completions(in code: String, at position: Int) async -> Completions {
        assistance.isUsed = true
        let offset = code.utf8Offset(ofScalar: position)
        if let completions = await commandCompletions(in: code, at: offset, position) {
            return completions
        }
        let code = await masked(code, before: offset)
        switch await place(at: offset, in: code) {
        case .code(let missing, _):
            return await namesThatFit(in: code, at: offset, position, closing: missing)
        case .elsewhere: return Completions(replacedRange: position..<position, candidates: [])
        case .literal(let start):
            let typed = code.utf8.text(start..<offset)
            return PathCompletion(typed: typed, folder: await workingDirectory)
                .completions(endingAt: position)
        }
    }

    /// Returns the completions of a command at a position, or `nil` if there is no command or its
    /// argument is Swift.
    private func commandCompletions(
        in code: String, at offset: Int, _ position: Int
    ) async -> Completions? {
        let before = code.utf8.text(0..<offset)
        let line = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        guard let command = CommandCompletion(String(line)) else { return nil }
        let start = offset - line.utf8.count + line.prefix(while: \.isWhitespace).utf8.count + 1
        let earlier = await masked(code, before: start - 1)
        guard case .code = await place(at: start, in: earlier.utf8.text(0..<start)) else {
            return nil
        }
        if case .argument(let description, let typed) = command.place, description.subject == .path
        {
            return PathCompletion(typed: typed, folder: await workingDirectory)
                .completions(endingAt: position)
        }
        return command.completions(endingAt: position)
    }

    /// Returns code with spaces in place of the commands before a position.
    private func masked(_ code: String, before offset: Int) async -> String {
        var bytes = Array(code.utf8)
        for candidate in CellScript.candidates(in: code) where candidate.offset <= offset + 1 {
            let start = candidate.offset - 1
            let text = String(decoding: bytes[0..<candidate.offset], as: UTF8.self)
            guard await isCommand(candidate, behind: text), !isSwift(candidate.text, in: code)
            else {
                continue
            }
            // Swift that is timed is completed like any other.
            let swift = ["%timeit ", "%time "].first { candidate.text.hasPrefix($0) }
            let length = (swift ?? candidate.text).utf8.count
            for index in start..<min(start + length, bytes.count) {
                bytes[index] = UInt8(ascii: " ")
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Returns the names that fit at a position in code.
    ///
    /// - Parameter missing: the text after the position that is needed to complete the code.
    private func namesThatFit(
        in code: String, at offset: Int, _ position: Int, closing missing: String
    ) async -> Completions {
        let code =
            code.utf8.text(0..<offset) + missing + code.utf8.text(offset..<code.utf8.count)
        let typed = Self.name(before: offset, in: code)
        let length = typed.unicodeScalars.count
        let start = offset - typed.utf8.count
        let isMember = start > 0 && code.utf8.text((start - 1)..<start) == "."
        guard let query = await query(code, offset: offset, offering: isMember ? nil : typed),
            case .completions(let found)? = try? await compiler.ask(.complete(query))
        else {
            let names = isMember ? [] : session.table.names(beginningWith: typed)
            return Completions(
                replacedRange: (position - length)..<position,
                candidates: names.map { Completion(text: $0, kind: "text") })
        }
        // If one candidate replaces the dot, the others have to include it.
        let erased = found.map(\.erasedLength).max() ?? 0
        let candidates = found.map { completion in
            let kept = code.utf8.text((start - erased)..<(start - completion.erasedLength))
            return Completion(
                text: kept + completion.text, kind: completion.kind,
                signature: NameScrubber.scrub(completion.signature, session.names))
        }
        return Completions(
            replacedRange: (position - length - erased)..<position,
            candidates: candidates.withoutRepetitions())
    }

    /// The current working directory of cells.
    var workingDirectory: String {
        get async {
            guard let process = await chain.process,
                let folder = FilePath.resolvingLinks("/proc/\(process)/cwd")
            else { return configuration.workingDirectory ?? "." }
            return folder
        }
    }

    // MARK: Inspection

    /// Returns information on a position; see `Evaluator`.
    public func inspection(
        of code: String, at position: Int, detail: InspectionDetail
    ) async -> MIMEBundle? {
        let offset = code.utf8Offset(ofScalar: position)
        if let page = await commandPage(at: offset, in: code) { return page }
        let code = await masked(code, before: offset)
        guard let query = await query(code, offset: offset, offering: nil),
            case .inspection(let inspection)? = try? await compiler.ask(.inspect(query))
        else { return nil }
        return InspectionPage(inspection: inspection, names: session.names).bundle
    }

    /// Returns the help on the command at a position, or `nil` if there is none.
    private func commandPage(at offset: Int, in code: String) async -> MIMEBundle? {
        let before = code.utf8.text(0..<offset)
        let start =
            before.utf8.count
            - (before.split(separator: "\n", omittingEmptySubsequences: false).last?.utf8.count ?? 0)
        let line = code.utf8.text(start..<code.utf8.count).prefix { $0 != "\n" }
        let text = line.drop(while: \.isWhitespace)
        let name = text.drop { $0 == "%" }.prefix(while: \.isLetter)
        let first = start + line.utf8.count - text.utf8.count + 1
        guard text.hasPrefix("%"), offset <= first + name.utf8.count + 1,
            let command = CommandDescription.named(
                String(name), isForCell: text.hasPrefix("%%")),
            case .code = await place(at: first, in: code.utf8.text(0..<first))
        else { return nil }
        return MIMEBundle(text: command.text)
    }

    /// Returns whether code is complete; see `Evaluator`.
    public func completeness(of code: String) async -> Completeness {
        guard case .completeness(let found)? = try? await compiler.ask(.completeness(source: code))
        else { return .unknown }
        switch found {
        case .complete: return .complete
        case .incomplete(let indentation):
            return .incomplete(indentation: String(repeating: " ", count: indentation))
        case .invalid: return .invalid
        }
    }

    // MARK: Questions

    /// Returns the kind of place at an offset.
    func place(at offset: Int, in code: String) async -> SourcePlace {
        guard
            case .place(let place)? = try? await compiler.ask(.place(source: code, offset: offset))
        else { return .code(missing: "") }
        return place
    }

    /// Returns a query about a position in a cell, with the source as it would be compiled now.
    ///
    /// - Parameter prefix: the typed beginning of a name, so that all names of the session that
    ///   begin with it are imported as if they were mentioned; `nil` to import only mentioned
    ///   names.
    private func query(
        _ code: String, offset: Int, offering prefix: String?
    ) async -> CodeQuery? {
        guard
            case .analysis(var analysis)? = try? await compiler.ask(
                .analyze(source: code, settings.languageMode))
        else { return nil }
        analysis.isUnfinished = true
        // Incomplete code has no value yet.
        analysis.ending = nil
        analysis.earlyMentions = []
        if let prefix { analysis.mentions.formUnion(session.table.names(beginningWith: prefix)) }
        guard let plan = try? session.planning(Cell(code: code, number: 0), analysis) else {
            return nil
        }
        let own = (session.table.imports + analysis.imports).map(\.module)
        let cells = Set(plan.imports.usedModules)
        let modules = session.table.modules.values.filter { cells.contains($0.name) }
            .sorted { $0.cellNumber > $1.cellNumber }.map(\.name.rawValue)
        await self.cells.waitForInterfaces()
        let packages = plan.packages
        var query = CodeQuery(
            source: plan.source.text, offset: plan.source.offset(ofCellOffset: offset),
            moduleFolders: [folder.path] + configuration.moduleFolders
                + packages.moduleFolders,
            moduleTiers: [modules, configuration.toolkitModules, own])
        query.packageArguments = packages.compilerArguments
        query.languageMode = analysis.languageMode
        return query
    }

    /// Returns the name that ends at an offset.
    private static func name(before offset: Int, in code: String) -> String {
        let isPart = { (scalar: Unicode.Scalar) in
            scalar == "_" || scalar.properties.isXIDContinue
                || scalar.properties.isEmoji && scalar.value > 127
        }
        let name = code.utf8.text(0..<offset).unicodeScalars.reversed().prefix(while: isPart)
        return name.reversed().reduce(into: "") { $0.unicodeScalars.append($1) }
    }

    // MARK: Upkeep

    /// Makes the compiler load, in the background, what the next completion will need, at first and
    /// whenever cells have declared something.
    ///
    /// Waits for a pause, so that cells that run in quick succession have the machine to
    /// themselves.
    func renewAssistance() {
        assistance.upkeep?.cancel()
        guard assistance.isUsed || !assistance.isWarm else { return }
        assistance.upkeep = Task {
            do { try await Task.sleep(for: Self.pause) } catch { return }
            guard !Task.isCancelled, lookahead.current == nil || lookahead.tableAfterCurrent != nil,
                let query = await query("", offset: 0, offering: "")
            else { return }
            _ = try? await compiler.ask(.complete(query))
            assistance.isWarm = true
        }
    }

    /// The time without activity that counts as a pause.
    private static let pause: Duration = .milliseconds(300)
}

/// The state of code completion.
struct Assistance: Sendable {
    /// Indicates whether the user has requested a completion.
    var isUsed = false

    /// Indicates whether the compiler has loaded what completions need.
    var isWarm = false

    /// The task that loads it.
    var upkeep: Task<Void, Never>?
}

extension SessionTable {
    /// The maximum number of names offered if nothing has been typed.
    private static var offeredNames: Int { 200 }

    /// Returns the names of the session that begin with a prefix, preferring those of the newest
    /// cells.
    func names(beginningWith prefix: String) -> Set<String> {
        let named = entries.reversed().lazy.map(\.declaration).filter { declaration in
            declaration.kind != .extension && declaration.kind != .operator
                && declaration.kind != .precedenceGroup && declaration.name.hasPrefix(prefix)
                && declaration.name.first.map { $0.isLetter || $0 == "_" || !$0.isASCII } ?? false
        }
        return Set(named.prefix(Self.offeredNames).map(\.name))
    }
}

extension CodeCompletion {
    /// The part of the label after the name, with the type of the value.
    fileprivate var signature: String {
        let name = text.prefix { !"([{".contains($0) }
        let rest = label.hasPrefix(name) ? String(label.dropFirst(name.count)) : label
        return type.isEmpty ? rest : "\(rest) -> \(type)"
    }
}

extension [Completion] {
    /// Returns the completions without repeated texts.
    fileprivate func withoutRepetitions() -> [Completion] {
        var seen = Set<String>()
        return filter { seen.insert($0.text).inserted }
    }
}

extension String {
    /// Returns the UTF-8 offset of a Unicode scalar, clamped to the bounds of the text.
    fileprivate func utf8Offset(ofScalar position: Int) -> Int {
        unicodeScalars.prefix(Swift.max(position, 0)).reduce(0) { $0 + UTF8.width($1) }
    }
}

extension String.UTF8View {
    /// Returns the text in a range, clamped to the bounds.
    func text(_ range: Range<Int>) -> String {
        String(decoding: dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    }
}

internal import CellProtocol
public import Display
public import Evaluation
internal import Processes

extension SwiftEvaluator {
    /// Returns what could stand at a place; see `Evaluator`.
    public func completions(in code: String, at position: Int) async -> Completions {
        let offset = code.utf8Offset(ofScalar: position)
        let prefix = Self.lengthOfName(before: offset, in: code)
        let range = (position - prefix)..<position
        guard let (query, _) = await query(code, offset: offset),
            case .completions(let found)? = try? await compiler.ask(.complete(query))
        else { return Completions(replacedRange: range, candidates: []) }
        let candidates = found.map { completion in
            Completion(
                text: completion.text, kind: completion.kind,
                signature: NameScrubber.scrub(completion.signature, names))
        }
        let own = sessionNames(beginningWith: prefix, before: offset, in: code)
        return Completions(
            replacedRange: range, candidates: (own + candidates).withoutRepetitions())
    }

    /// Returns the names of the session that begin with what was typed: a cell imports only the names
    /// that it mentions, so that the compiler knows none of the others.
    private func sessionNames(
        beginningWith length: Int, before offset: Int, in code: String
    ) -> [Completion] {
        let typed = String(decoding: Array(code.utf8.prefix(offset)), as: UTF8.self)
        let start = typed.unicodeScalars.dropLast(length)
        guard length > 0, start.last != "." else { return [] }
        let prefix = String(typed.unicodeScalars.suffix(length))
        let named = table.entries.map(\.declaration).filter { declaration in
            declaration.kind != .extension && declaration.kind != .operator
                && declaration.name.hasPrefix(prefix)
        }
        return named.reversed().map { Completion(text: $0.name, kind: $0.kind.rawValue) }
    }

    /// Returns what stands at a place; see `Evaluator`.
    public func inspection(
        of code: String, at position: Int, detail: InspectionDetail
    ) async -> MIMEBundle? {
        let offset = code.utf8Offset(ofScalar: position)
        guard let (query, _) = await query(code, offset: offset),
            case .inspection(let description?)? = try? await compiler.ask(.inspect(query))
        else { return nil }
        return InspectionPage(description: description, names: names).bundle
    }

    /// Tells whether some code wants more lines; see `Evaluator`.
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

    /// Makes a question about a place in a cell, as the cell would be compiled now.
    private func query(_ code: String, offset: Int) async -> (CodeQuery, CellPlan)? {
        guard case .analysis(var analysis)? = try? await compiler.ask(.analyze(source: code))
        else { return nil }
        // What is being written ends in no value yet.
        analysis.ending = nil
        analysis.earlyMentions = []
        guard let plan = try? CellPlanner(table: table).plan(code, analysis) else { return nil }
        let query = CodeQuery(
            source: plan.source.text, offset: plan.source.offset(ofCellOffset: offset),
            moduleFolders: [folder.path] + configuration.moduleFolders)
        await cells.waitForInterfaces()
        return (query, plan)
    }

    /// Returns the length, in Unicode scalars, of the name that ends at a place.
    private static func lengthOfName(before offset: Int, in code: String) -> Int {
        let before = String(decoding: Array(code.utf8.prefix(offset)), as: UTF8.self)
        let isPart = { (scalar: Unicode.Scalar) in
            scalar == "_" || scalar.properties.isXIDContinue
                || scalar.properties.isEmoji
                    && scalar.value > 127
        }
        return before.unicodeScalars.reversed().prefix(while: isPart).count
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
    /// Returns the candidates without those whose text has occurred before.
    fileprivate func withoutRepetitions() -> [Completion] {
        var seen = Set<String>()
        return filter { seen.insert($0.text).inserted }
    }
}

extension String {
    /// Returns where a Unicode scalar begins, in UTF-8 bytes; the ends, where there is none.
    fileprivate func utf8Offset(ofScalar position: Int) -> Int {
        unicodeScalars.prefix(Swift.max(position, 0)).reduce(0) { $0 + UTF8.width($1) }
    }
}

internal import Evaluation

/// The completion of a command that is being typed.
struct CommandCompletion {
    /// The part that is being typed.
    enum Place {
        /// The name of a command, after one or two percent signs.
        case name(String, isForCell: Bool)
        /// An argument.
        case argument(CommandDescription, typed: String)
    }

    /// The part that is being typed.
    let place: Place

    /// Parses a line up to the cursor; returns `nil` if it is not a command.
    init?(_ line: String) {
        let text = line.drop(while: \.isWhitespace)
        guard text.hasPrefix("%") else { return nil }
        let isForCell = text.hasPrefix("%%")
        let words = text.drop { $0 == "%" }
        let name = words.prefix(while: \.isLetter)
        let rest = words.dropFirst(name.count)
        if rest.isEmpty {
            place = .name(String(name), isForCell: isForCell)
        } else if rest.first?.isWhitespace ?? false,
            let command = CommandDescription.named(String(name), isForCell: isForCell)
        {
            place = .argument(command, typed: String(rest.drop(while: \.isWhitespace)))
        } else {
            return nil
        }
    }

    /// Returns the completions of the word before the cursor, or `nil` if that is Swift or a path.
    ///
    /// - Parameter position: the cursor, in Unicode scalars from the start of the code.
    func completions(endingAt position: Int) -> Completions? {
        switch place {
        case .name(let typed, let isForCell):
            let known = CommandDescription.all.filter {
                $0.name.hasPrefix(typed) && $0.isForCell == isForCell
            }
            return completions(known.map { ($0.name, $0.summary) }, replacing: typed, position)
        case .argument(let command, let typed):
            switch command.subject {
            case .setting where !typed.contains(where: \.isWhitespace):
                let names = EngineSettings.Name.allCases.map { ($0.rawValue, "") }
                return completions(names, replacing: typed, position)
            case .optimization:
                let choices = EngineSettings.Optimization.allCases.map { ($0.rawValue, "") }
                return completions(choices, replacing: typed, position)
            case .command:
                let names = CommandDescription.all.map { ($0.name, $0.summary) }
                return completions(names, replacing: typed, position)
            case .swift, .path: return nil
            default: return completions([], replacing: "", position)
            }
        }
    }

    /// Returns the candidates that begin with the typed text.
    private func completions(
        _ candidates: [(String, String)], replacing typed: String, _ position: Int
    ) -> Completions {
        var seen = Set<String>()
        return Completions(
            replacedRange: (position - typed.unicodeScalars.count)..<position,
            candidates: candidates.filter { $0.0.hasPrefix(typed) && seen.insert($0.0).inserted }
                .sorted { $0.0 < $1.0 }
                .map { Completion(text: $0.0, kind: "magic", signature: $0.1) })
    }
}

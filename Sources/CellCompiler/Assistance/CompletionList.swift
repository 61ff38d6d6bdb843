internal import CellProtocol
internal import JSON

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

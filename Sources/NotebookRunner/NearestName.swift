/// The name among some that a person may have meant.
enum NearestName {
    /// Returns the name that differs in the fewest characters; nothing, where all differ in too many.
    static func of(_ name: String, among names: some Sequence<String>) -> String? {
        let limit = max(2, name.count / 2)
        let ranked = names.sorted().map { (name: $0, distance: distance(name, $0)) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= limit
        else { return nil }
        return best.name
    }

    /// Returns the hint that ends an error message about an unknown name.
    static func hint(for name: String, among names: some Collection<String>) -> String {
        if let nearest = of(name, among: names) { return "did you mean \(nearest)?" }
        return names.isEmpty
            ? "there is none" : "known are \(names.sorted().joined(separator: ", "))"
    }

    /// Returns how many characters have to be added, removed or replaced to get from one name to
    /// another, whatever their case.
    private static func distance(_ one: String, _ other: String) -> Int {
        let (left, right) = (Array(one.lowercased()), Array(other.lowercased()))
        var row = Array(0...right.count)
        for (index, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let replaced = diagonal + (character == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}

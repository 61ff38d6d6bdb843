/// The name that was probably meant by a misspelled one.
package struct NearestName {
    /// The name, or `nil` if none is similar.
    package let name: String?

    /// The names, sorted.
    private let names: [String]

    /// Finds the name most similar to a word, and the first alphabetically of several.
    ///
    /// Short words may differ by one edit, longer ones by one edit for every three characters.
    package init(to word: String, among names: some Sequence<String>) {
        self.names = names.sorted()
        let near = self.names.map { ($0, Self.distance(from: word, to: $0)) }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }
        name = near.flatMap { $0.1 <= max(1, word.count / 3) ? $0.0 : nil }
    }

    /// A question with the name, to append to a message; empty if no name is similar.
    package var text: String { name.map { "; did you mean '\($0)'?" } ?? "" }

    /// A hint that completes a message: the name, or all names if none is similar.
    package var hint: String {
        if let name { return "did you mean \(name)?" }
        return names.isEmpty ? "there is none" : "known are \(names.joined(separator: ", "))"
    }

    /// Returns the edit distance: the number of insertions, deletions, replacements and swaps of
    /// neighbors.
    private static func distance(from one: String, to other: String) -> Int {
        let (a, b) = (Array(one.lowercased()), Array(other.lowercased()))
        var rows = [[Int]](
            repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count { rows[i][0] = i }
        for j in 0...b.count { rows[0][j] = j }
        for i in 1..<(a.count + 1) {
            for j in 1..<(b.count + 1) {
                let change = a[i - 1] == b[j - 1] ? 0 : 1
                rows[i][j] = min(
                    rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
                }
            }
        }
        return rows[a.count][b.count]
    }
}

/// Looks for a factor that is missing in a row, is one too many, or stands for another.
struct FactorSearch<Question: Problem> {
    /// The problems.
    let problems: [Question]

    /// The ratio of the answer's row to the right one in every problem.
    let ratios: [Double]

    /// The row.
    let row: Int

    /// Takes the answers to some problems; nil where the row is not one number, or zero.
    init?(_ problems: [Question], _ answers: [[[Double]]], row: Int) {
        var (ratios, kept): ([Double], [Question]) = ([], [])
        for (problem, answer) in zip(problems, answers) {
            guard row < answer.count, answer[row].count == problem.right[row].count else {
                return nil
            }
            let right = problem.right[row]
            guard let index = right.firstIndex(where: { $0 != 0 }) else {
                guard Nearness.areNear(answer[row], right) else { return nil }
                continue
            }
            let ratio = answer[row][index] / right[index]
            guard ratio != 0, ratio.isFinite,
                Nearness.areNear(answer[row], right.map { $0 * ratio })
            else { return nil }
            ratios.append(ratio)
            kept.append(problem)
        }
        guard !ratios.isEmpty else { return nil }
        self.problems = kept
        self.ratios = ratios
        self.row = row
    }

    /// A change of the factors.
    private struct Change {
        /// The change in words.
        let words: String

        /// The factor of the row in every problem.
        let ratios: [Double]

        /// The place of the factor that it takes away; nil where it takes none.
        let place: Int?

        /// Indicates whether the change puts one letter in the place of another, which is a rare
        /// mistake.
        var isOdd = false
    }

    /// A description of the wrong factors, or nil if no one or two changes explain them.
    var words: String? {
        if let constant { return constant }
        let changes = changes
        for sign in [1.0, -1.0] {
            let wanted = ratios.map { sign * $0 }
            let words = single(of: changes, wanted) ?? pair(of: changes, wanted)
            guard let words else { continue }
            return sign < 0 ? "the sign is turned round, and \(words)" : words
        }
        return nil
    }

    /// The words for a factor that is the same in all problems.
    private var constant: String? {
        guard ratios.allSatisfy({ Nearness.areNear([$0], [ratios[0]]) }) else { return nil }
        if Nearness.areNear([ratios[0]], [-1]) { return "the sign is turned round" }
        for whole in 2...10 {
            for number in [Double(whole), -Double(whole)] {
                if Nearness.areNear([ratios[0]], [number]) {
                    return "it is \(Spelling.short(number)) times what it should be"
                }
                if Nearness.areNear([1 / ratios[0]], [number]) {
                    return "it is what it should be divided by \(Spelling.short(number))"
                }
            }
        }
        return "it is \(Spelling.short(ratios[0])) times what it should be"
    }

    /// All changes, the simplest first.
    private var changes: [Change] {
        let factors = problems.map { $0.factors(ofRow: row) }
        let others = problems.map(\.quantities)
        guard !factors[0].isEmpty else { return [] }
        var changes = factors[0].indices.map { place in
            Change(
                words: "\(factors[0][place].name) is missing",
                ratios: factors.map { 1 / $0[place].value }, place: place)
        }
        for number in [2.0, 0.5] {
            changes.append(
                Change(
                    words: "there is a factor \(Spelling.short(number)) too many",
                    ratios: problems.map { _ in number }, place: nil))
        }
        changes += others[0].indices.map { other in
            Change(
                words: "there is a factor \(others[0][other].name) too many",
                ratios: others.map { $0[other].value }, place: nil)
        }
        for place in factors[0].indices {
            changes += others[0].indices.map { other in
                Change(
                    words:
                        "\(others[0][other].name) stands where \(factors[0][place].name) belongs",
                    ratios: problems.indices.map {
                        others[$0][other].value / factors[$0][place].value
                    }, place: place,
                    isOdd: others[0][other].name.first != factors[0][place].name.first)
            }
        }
        return changes
    }

    /// The words for a change that alone leads to the ratios.
    private func single(of changes: [Change], _ wanted: [Double]) -> String? {
        changes.first { change in
            wanted.indices.allSatisfy { Nearness.areNear([change.ratios[$0]], [wanted[$0]]) }
        }?.words
    }

    /// The words for two changes that together lead to the ratios.
    private func pair(of changes: [Change], _ wanted: [Double]) -> String? {
        // Sorted by their ratio in the first problem, the second of a pair is found by halving.
        let sorted = changes.enumerated().filter { $0.element.ratios[0].isFinite }
            .sorted { $0.element.ratios[0] < $1.element.ratios[0] }
        var odd: String?
        for (index, first) in changes.enumerated() where first.ratios[0] != 0 {
            let ratio = wanted[0] / first.ratios[0]
            let slack = Nearness.tolerance * ratio.magnitude
            var (low, high) = (0, sorted.count)
            while low < high {
                let middle = (low + high) / 2
                if sorted[middle].element.ratios[0] < ratio - slack {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            while low < sorted.count, sorted[low].element.ratios[0] <= ratio + slack {
                let (other, second) = sorted[low]
                low += 1
                let areApart = first.place == nil || first.place != second.place
                guard other > index, areApart else { continue }
                let isIt = wanted.indices.allSatisfy {
                    Nearness.areNear([first.ratios[$0] * second.ratios[$0]], [wanted[$0]])
                }
                guard isIt else { continue }
                let words = "\(first.words), and \(second.words)"
                if !first.isOdd && !second.isOdd { return words }
                odd = odd ?? words
            }
        }
        return odd
    }
}

internal import Plotting

/// The rows of an answer below one another, with what they should be.
enum AnswerListing {
    /// Returns the line that says what the answer is an answer to.
    static func heading(of problem: some Problem) -> String { "  for \(problem.summary)" }

    /// Returns the lines.
    static func lines(of answer: [[Double]], to problem: some Problem) -> String {
        var lines = [heading(of: problem)]
        for (row, right) in problem.right.enumerated() {
            let name = problem.name(ofRow: row)
            guard row < answer.count else {
                lines.append("  \(name): nothing, should be \(Spelling.short(right))")
                continue
            }
            let isRight = Nearness.areNear(answer[row], right)
            let found = Spelling.short(answer[row])
            let rest = isRight ? " ✓" : ", should be \(Spelling.short(right))"
            lines.append("  \(name): \(found)\(rest)")
        }
        return lines.joined(separator: "\n")
    }
}

/// The spelling of numbers in diagnoses.
enum Spelling {
    /// Returns a number with four digits.
    static func short(_ number: Double) -> String {
        NumberFormat.significant(4).spelling(of: number)
    }

    /// Returns numbers with four digits; in brackets where it is not one.
    static func short(_ numbers: [Double]) -> String {
        if numbers.count == 1 { return short(numbers[0]) }
        return "[" + numbers.map(short).joined(separator: ", ") + "]"
    }
}

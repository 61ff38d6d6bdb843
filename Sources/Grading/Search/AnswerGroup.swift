internal import Recurrent

/// Answers to problems of one size, at least one of which is wrong.
struct AnswerGroup<Way: Recipe> {
    /// The problems.
    let problems: [Way.Question]

    /// The answers to them.
    let answers: [[[Double]]]

    /// Returns what is wrong.
    ///
    /// - Parameters:
    ///   - share: the part of all numbers that is right.
    ///   - condition: what to say first.
    ///   - praise: what to say where only something harmless is different.
    func diagnosis(share: Double, condition: String, praise: String) -> Diagnosis {
        if let words = nonFinite {
            return Diagnosis(
                isRight: false, place: place, share: share,
                condition + words + (finitePart.map { "; and \($0)" } ?? "") + listing)
        }
        if let emptiness {
            return Diagnosis(
                isRight: false, place: place, share: share, condition + emptiness + listing)
        }
        if let finding = SlipSearch<Way>(problems: problems, answers: answers).finding() {
            if finding.slips.count == 1, finding.slips[0].isHarmless {
                let remark = finding.slips[0].words(problems[0], 0)
                return Diagnosis(isRight: true, share: 1, "\(praise); \(remark)")
            }
            return Diagnosis(
                isRight: false, place: name(of: finding.rows[0]),
                faults: finding.slips.map(\.kind), share: share,
                condition + words(for: finding) + listing)
        }
        return Diagnosis(
            isRight: false, place: place, share: share, condition + unexplained + listing)
    }

    // MARK: Words

    /// The words for known faults.
    private func words(for finding: SlipSearch<Way>.Finding) -> String {
        let parts = zip(finding.slips, finding.rows).enumerated().map { index, pair in
            let words = pair.0.words(problems[0], pair.1)
            let sign = index == 0 && !words.contains("sign") ? signWords(in: pair.1) : ""
            return "\(name(of: pair.1)): \(sign)\(words)"
        }
        return parts.joined(separator: "; and ")
    }

    /// The words for a number that is not finite.
    private var nonFinite: String? {
        for (problem, answer) in zip(problems, answers) {
            for (row, numbers) in answer.enumerated() {
                guard let number = numbers.first(where: { !$0.isFinite }) else { continue }
                let name = row < problem.right.count ? problem.name(ofRow: row) : "a row too many"
                return "\(name) is \(Spelling.short(number)), which is not finite, for "
                    + problem.summary
            }
        }
        return nil
    }

    /// The words for what is wrong with those answers that are finite; nil where no known fault is.
    private var finitePart: String? {
        let finite = answers.indices.filter { answers[$0].allSatisfy { $0.allSatisfy(\.isFinite) } }
        guard !finite.isEmpty else { return nil }
        let part = AnswerGroup(
            problems: finite.map { problems[$0] }, answers: finite.map { answers[$0] })
        let search = SlipSearch<Way>(problems: part.problems, answers: part.answers)
        return search.finding().map(part.words(for:))
    }

    /// The words for an answer with nothing in it.
    private var emptiness: String? {
        guard answers.allSatisfy(\.isEmpty) else { return nil }
        return "the answer is empty; it needs \(problems[0].right.count) numbers, one for each of "
            + "the \(Way.Question.rowsName)"
    }

    /// The words where no known fault explains the answers.
    private var unexplained: String {
        if let index = problems.indices.first(where: {
            answers[$0].count != problems[$0].right.count
        }) {
            return "\(answers[index].count.of("number")) for "
                + "\(problems[index].right.count) \(Way.Question.rowsName): one is needed for each"
        }
        guard let row = firstWrongRow else { return "the answers differ" }
        let search = FactorSearch(problems, answers, row: row)
        let words = search?.words ?? "no usual fault explains the number"
        let sign = words.contains("sign") ? "" : signWords(in: row)
        return "\(name(of: row)): \(sign)\(words)\(before(row))"
    }

    /// The words for the rows before the first wrong one.
    private func before(_ row: Int) -> String {
        row == 0 ? "" : "; what comes before it in the list is right"
    }

    /// Returns a statement about the sign of a row that can precede the fault.
    private func signWords(in row: Int) -> String {
        var signs: Set<Bool> = []
        for (problem, answer) in zip(problems, answers) where row < answer.count {
            for (found, right) in zip(answer[row], problem.right[row]) where right != 0 {
                guard found != 0 else { return "" }
                signs.insert((found < 0) == (right < 0))
            }
        }
        if signs == [true] { return "right sign, but " }
        return signs == [false] ? "wrong sign: " : ""
    }

    // MARK: Places

    /// The first row that is wrong in an answer.
    private var firstWrongRow: Int? {
        problems.indices.compactMap { index in
            problems[index].right.indices.first { row in
                row >= answers[index].count
                    || !Nearness.areNear(answers[index][row], problems[index].right[row])
            }
        }.min()
    }

    /// The name of the first row that is wrong.
    private var place: String? { firstWrongRow.map(name(of:)) }

    /// Returns the name of a row.
    private func name(of row: Int) -> String { problems[0].name(ofRow: row) }

    /// The first wrong answer beside the right one.
    private var listing: String {
        let index =
            problems.indices.first { !Nearness.areNear(answers[$0], problems[$0].right) } ?? 0
        return "\n" + AnswerListing.lines(of: answers[index], to: problems[index])
    }
}

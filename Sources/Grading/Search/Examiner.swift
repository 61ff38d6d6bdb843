/// Has an attempt answer problems, and finds out what is wrong with it.
struct Examiner<Way: Recipe> {
    /// A solution as a function from a problem to its answer; throws if it has none.
    typealias Attempt = (Way.Question) throws -> [[Double]]

    /// The problems; the first ones are alike in size, and decide on the diagnosis.
    let problems: [Way.Question]

    /// The number of problems that have the first one's size.
    private var alike: Int {
        problems.prefix { $0.right.count == problems[0].right.count }.count
    }

    /// Returns what there is to say about an attempt.
    func diagnosis(of attempt: Attempt) -> Diagnosis {
        var answers: [[[Double]]] = []
        for problem in problems {
            do {
                answers.append(try attempt(problem))
            } catch let error as NotWrittenYet {
                return Diagnosis(isRight: false, share: 0, error.description)
            } catch let error as UnfitAnswer {
                return Diagnosis(
                    isRight: false, place: error.row.map { problem.name(ofRow: $0) },
                    share: 0, error.words + "\n" + AnswerListing.heading(of: problem))
            } catch {
                return Diagnosis(
                    isRight: false, share: 0,
                    "the function stopped with an error: \(error)\n"
                        + AnswerListing.heading(of: problem))
            }
        }
        return diagnosis(of: answers)
    }

    /// Returns what there is to say about answers.
    private func diagnosis(of answers: [[[Double]]]) -> Diagnosis {
        if areRight(answers[...]) { return Diagnosis(isRight: true, share: 1, praise) }
        let isRightAtFirst = areRight(answers[..<alike])
        let range = isRightAtFirst ? alike..<problems.count : 0..<alike
        let group = AnswerGroup<Way>(
            problems: Array(problems[range]), answers: Array(answers[range]))
        let share = share(of: answers)
        return group.diagnosis(
            share: share, condition: condition(isRightAtFirst, answers), praise: praise)
    }

    /// Returns the opening of a diagnosis: the numbers of rows for which the answers are right, if
    /// there are any.
    private func condition(_ isRightAtFirst: Bool, _ answers: [[[Double]]]) -> String {
        let rows = Way.Question.rowsName
        if isRightAtFirst {
            let other = problems[alike].right.count
            return "right for \(problems[0].right.count) \(rows), but not for \(other). "
        }
        // One that is right by chance says nothing; one whose neighbors have other lengths does.
        guard
            answers[..<alike].indices.contains(where: {
                answers[$0].count != problems[$0].right.count
            }),
            let right = problems.indices.dropFirst(alike).first(where: {
                areRight(answers[$0...$0])
            })
        else { return "" }
        return "right for \(problems[right].right.count) \(rows), but not for "
            + "\(problems[0].right.count). "
    }

    /// The sentence for a right solution.
    private var praise: String { "right on \(problems.count) random problems" }

    /// Returns whether answers are right.
    private func areRight(_ answers: ArraySlice<[[Double]]>) -> Bool {
        answers.indices.allSatisfy { Nearness.areNear(answers[$0], problems[$0].right) }
    }

    /// The part of all rows that is right.
    private func share(of answers: [[[Double]]]) -> Double {
        var (right, all) = (0, 0)
        for (problem, answer) in zip(problems, answers) {
            all += max(problem.right.count, answer.count)
            right += zip(answer, problem.right).count { Nearness.areNear($0, $1) }
        }
        return all == 0 ? 0 : Double(right) / Double(all)
    }
}

/// An answer that cannot be compared with the right one, because it has another shape.
struct UnfitAnswer: Error {
    /// The first row that has another shape; nil where the whole has.
    let row: Int?

    /// A description of the misfit.
    let words: String
}

import JSON
import NotebookDocument
import Testing

/// Tests that what answers to students rejects wrong solutions: hundreds, each made from the right one
/// by changing one place.
@Suite struct MutatedSolutionsTests {
    /// Exercises that train networks: too slow to be repeated for every mutant.
    private static let training: Set<String> = ["solves", "gates", "survival"]

    /// Exercises with many right answers, of which a changed one may be another.
    private static let open: Set<String> = ["inputs", "start"]

    /// Changes that make no difference: what they change is never reached, or both ways lead to the
    /// same number.
    private static let harmless: Set<String> = ["nearest", "rate", "temperature"]

    @Test(arguments: ExerciseNotebooksTests.Exercise.all)
    func wrongSolutionsGetNoFullMarks(exercise: ExerciseNotebooksTests.Exercise) throws {
        var (cells, tried) = ([NotebookCell](), 0)
        let source = try exercise.read("source").cells
        for (place, cell) in source.enumerated() where cell.kind == .code {
            let name = cell.id ?? ""
            if cell.isGraded || cell.tags.contains("solution") { continue }
            let test = source[place...].first { $0.isGraded }
            if let test, !Self.training.union(Self.open).contains(name) {
                for (number, wrong) in SolutionMutants(of: cell.source).sources.enumerated() {
                    tried += 1
                    cells.append(NotebookCell(.code, id: "\(name)-\(number)", source: wrong))
                    cells.append(
                        NotebookCell(.code, id: "\(name)-\(number)-test", source: test.source))
                }
            }
            cells.append(
                NotebookCell(.code, id: name, source: SolutionMutants.right(cell.source)))
        }
        guard tried > 0 else { return }
        let trial = try NotebookTrial(cells, optimized: true)
        try expectRejections(in: trial.notebook, points: Self.points(of: source))
    }

    /// Expects that of the wrong solutions that compile nearly all are rejected.
    private func expectRejections(in notebook: Notebook, points: [String: Double]) throws {
        var (compiled, survivors) = (0, [String]())
        for (wrong, test) in zip(notebook.cells, notebook.cells.dropFirst())
        where test.id == (wrong.id ?? "") + "-test" {
            try #require(test.executionCount != nil, "\(wrong.source) was not tried")
            if wrong.hasFailed { continue }
            compiled += 1
            let name = (wrong.id ?? "").split(separator: "-").dropLast().joined(separator: "-")
            let given = test.points ?? (test.hasFailed ? 0 : points[name] ?? 1)
            if given >= points[name] ?? 1, !Self.harmless.contains(name) {
                survivors.append(wrong.source)
            }
        }
        #expect(compiled > 0)
        #expect(survivors.count * 20 <= compiled, "\(survivors.joined(separator: "\n\n"))")
    }

    /// Returns the points of the tests behind solutions.
    private static func points(of cells: [NotebookCell]) -> [String: Double] {
        var points: [String: Double] = [:]
        for (place, cell) in cells.enumerated() where cell.kind == .code && !cell.isGraded {
            let test = cells[place...].first { $0.isGraded }
            points[cell.id ?? ""] = test?.metadata["nbgrader"]?["points"]?.double
        }
        return points
    }
}

extension NotebookCell {
    /// Indicates whether it is a cell of code that gives points.
    fileprivate var isGraded: Bool {
        kind == .code && metadata["nbgrader"]?["grade"]?.bool == true
    }

    /// Indicates whether it ended with an error.
    var hasFailed: Bool {
        outputs.contains { if case .error = $0.content { true } else { false } }
    }

    /// The points that a grader returned.
    fileprivate var points: Double? {
        outputs.compactMap { output -> Double? in
            guard case .result(let data, _) = output.content else { return nil }
            return data.forms["text/plain"]?.string.flatMap(Double.init)
        }.last
    }
}

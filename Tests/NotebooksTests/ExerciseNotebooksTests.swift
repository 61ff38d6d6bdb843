import Files
import JSON
import NotebookDocument
import TestSupport
import Testing

@Suite struct ExerciseNotebooksTests {
    /// A notebook with exercises, by the folder and the name that its versions have as well.
    struct Exercise: CustomTestStringConvertible {
        /// Such as `01/backpropagation-through-time.ipynb`.
        let place: String

        var testDescription: String { place }

        /// All of them.
        static let all: [Exercise] = {
            let folders = FolderListing.visibleNames(in: "\(folder)/source")
            return folders.flatMap { assignment in
                FolderListing.visibleNames(in: "\(folder)/source/\(assignment)").filter {
                    $0.hasSuffix(".ipynb")
                }
                .map { Exercise(place: "\(assignment)/\($0)") }
            }
        }()

        /// The folder of the exercises.
        private static let folder = "\(Repository.root)/exercises"

        /// Reads a version of it.
        func read(_ version: String) throws -> Notebook {
            try NotebookFile(path: "\(Self.folder)/\(version)/\(place)").read()
                .notebook
        }
    }

    @Test func everyLectureNotebookHasSome() {
        #expect(
            Exercise.all.map { $0.place.prefix(2) } == LectureNotebook.all.map { $0.name.prefix(2) }
        )
    }

    /// The lecture lists the tasks; what solves them stands in the solutions' versions alone.
    @Test(arguments: LectureNotebook.all)
    func theLectureListsThemWithoutSolutions(lecture: LectureNotebook) throws {
        #expect(lecture.notebook.cells.allSatisfy { !$0.tags.contains("solution") })
        let exercise = try #require(
            Exercise.all.first { $0.place.prefix(2) == lecture.name.prefix(2) })
        let tasks = try exercise.read("source").cells.filter { $0.kind == .markdown }
            .flatMap { $0.source.matches(of: #/(?m)^## (\d+)\. /#).map { String($0.output.1) } }
        let text = lecture.prose.map(\.text).joined(separator: "\n")
        let list = try #require(text.firstMatch(of: #/## Exercises\n(?:.|\n)*/#)).output
        #expect(list.matches(of: #/(?m)^(\d+)\. /#).map { String($0.output.1) } == tasks)
        #expect(list.contains("(../exercises/student/\(exercise.place))"))
        #expect(list.contains("(../exercises/solution/\(exercise.place))"))
    }

    /// `make exercises` makes both versions of the source.
    @Test(arguments: Exercise.all)
    func bothVersionsAreThoseOfTheSource(exercise: Exercise) throws {
        let source = try ExerciseSource(try exercise.read("source"))
        #expect(try exercise.read("student") == source.studentVersion())
        let (solution, wanted) = (try exercise.read("solution"), source.solutionVersion)
        #expect(solution.cells.map(\.source) == wanted.cells.map(\.source))
        #expect(solution.cells.map(\.metadata) == wanted.cells.map(\.metadata))
    }

    /// The solutions' versions have been run, and every test has given all of its points.
    @Test(arguments: Exercise.all)
    func everySolutionHasAllPoints(exercise: Exercise) throws {
        for cell in try exercise.read("solution").cells where cell.kind == .code {
            #expect(cell.executionCount != nil, "\(cell.id ?? "")")
            for output in cell.outputs {
                if case .error(let name, let value, _) = output.content {
                    Issue.record("\(cell.id ?? ""): \(name): \(value)")
                }
                guard case .result(let data, _) = output.content,
                    let points = cell.metadata["nbgrader"]?["points"]?.double
                else { continue }
                let text = data.forms.first { $0.0 == "text/plain" }?.1.string
                #expect(text.flatMap(Double.init) == points, "\(cell.id ?? "")")
            }
        }
    }

    /// A throwing stub fits only into a function that may throw.
    @Test(arguments: Exercise.all)
    func stubsStandWhereTheyCompile(exercise: Exercise) throws {
        for cell in try exercise.read("student").cells
        where cell.source.contains("NotWrittenYet()\n") {
            let header = cell.source.split(separator: "//")[0]
            #expect(header.contains("throws ->"), "\(cell.id ?? "")")
        }
    }
}

internal import JSON

/// A notebook with exercises and their solutions, of which students' and solutions' versions are made.
///
/// The students' part is marked as in nbgrader: regions between `BEGIN SOLUTION` and `END
/// SOLUTION`, or whole cells whose metadata calls them solutions and not tests. Besides, cells with
/// the tag `solution` are left out for students.
public struct ExerciseSource: Sendable {
    /// The tag of cells that students do not get.
    public static let solutionTag = "solution"

    /// The notebook.
    private let notebook: Notebook

    /// The sources of the cells with their regions.
    private let sources: [MarkedSource]

    /// Takes a notebook.
    ///
    /// - Throws: `ExerciseError`, where regions do not fit into each other, a solution stands in a
    ///   cell that is not marked as one, or two cells share the name that marks go by.
    public init(_ notebook: Notebook) throws(ExerciseError) {
        self.notebook = notebook
        var sources: [MarkedSource] = []
        var names: Set<String> = []
        for (index, cell) in notebook.cells.enumerated() {
            let source = try MarkedSource(cell.source, cell: index)
            if source.has(.solution), !cell.isSolution, !cell.isForTeachers {
                throw ExerciseError(
                    cell: index,
                    problem:
                        "there is a solution, but nbgrader.solution in the metadata is not true")
            }
            if let name = cell.gradeName, !names.insert(name).inserted {
                throw ExerciseError(
                    cell: index, problem: "an earlier cell has the grade_id \(name)")
            }
            sources.append(source)
        }
        self.sources = sources
    }

    /// The notebook without solutions and outputs, with stubs in their places.
    ///
    /// - Parameter stub: what to put there; nil for that of the notebook's language.
    public func studentVersion(stub: ExerciseStub? = nil) -> Notebook {
        let stub = stub ?? ExerciseStub(language: notebook.languageName ?? "")
        return version { cell, source in
            guard !cell.isForTeachers else { return nil }
            let lines = stub.lines(for: cell.kind)
            guard cell.isSolution, !source.has(.solution) else { return source.stubbed(lines) }
            return lines.joined(separator: "\n")
        }
    }

    /// The notebook with its solutions, without the words that mark them and without outputs.
    public var solutionVersion: Notebook { version { $1.plain } }

    /// Returns the notebook with other sources; cells without one are left out.
    private func version(_ source: (NotebookCell, MarkedSource) -> String?) -> Notebook {
        var version = notebook
        version.cells = zip(notebook.cells, sources).compactMap { original, marked in
            guard let text = source(original, marked) else { return nil }
            var cell = original
            cell.source = text
            cell.outputs = []
            cell.executionCount = nil
            return cell
        }
        return version
    }
}

extension NotebookCell {
    /// Indicates whether nbgrader takes the cell for one that students fill in.
    fileprivate var isSolution: Bool { metadata["nbgrader"]?["solution"]?.bool == true }

    /// Indicates whether students do not get the cell.
    fileprivate var isForTeachers: Bool { tags.contains(ExerciseSource.solutionTag) }

    /// The name that nbgrader keeps the cell's marks under.
    fileprivate var gradeName: String? { metadata["nbgrader"]?["grade_id"]?.string }
}

/// Why no student's version could be made of a notebook.
public struct ExerciseError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The cell, counted from 0.
    public let cell: Int

    /// A description of the mistake.
    public let problem: String

    /// The cell and what is wrong with it.
    public var description: String { "cell \(cell + 1): \(problem)" }
}

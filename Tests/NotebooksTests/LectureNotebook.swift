import Files
import NotebookDocument
import TestSupport
import Testing

/// A notebook of the lecture, as committed.
struct LectureNotebook: CustomTestStringConvertible {
    /// The file's name.
    let name: String

    /// The notebook in the file.
    let notebook: Notebook

    /// The folder of the lecture.
    static let folder = "\(Repository.root)/notebooks"

    /// All notebooks of the lecture, sorted by name.
    static let all: [LectureNotebook] = {
        let names = FolderListing.visibleNames(in: folder).filter { $0.hasSuffix(".ipynb") }
        return names.compactMap { try? LectureNotebook($0) }
    }()

    /// Reads a notebook of the lecture.
    init(_ name: String) throws {
        self.name = name
        notebook = try NotebookFile(path: "\(Self.folder)/\(name)").read().notebook
    }

    /// The file's name.
    var testDescription: String { name }

    /// The texts of the notebook, each with the index of its cell.
    var prose: [(place: Int, text: String)] {
        notebook.cells.enumerated().filter { $0.element.kind == .markdown }
            .map { ($0.offset, $0.element.source) }
    }

    /// Returns the lines that checks have printed in a cell.
    func checkLines(ofCell place: Int) -> [String] {
        notebook.cells[place].outputs.flatMap { output -> [String] in
            guard case .stream("stdout", let text) = output.content else { return [] }
            return text.split(separator: "\n").map(String.init)
                .filter { $0.hasPrefix("✓ ") }
        }
    }
}

import JSON
import NotebookDocument
import Testing

@Suite struct NotebookShapeTests {
    @Test func thereAreNotebooks() {
        #expect(!LectureNotebook.all.isEmpty)
    }

    @Test(arguments: LectureNotebook.all)
    func startsWithATitleAndAQuestion(lecture: LectureNotebook) throws {
        let first = try #require(lecture.notebook.cells.first)
        #expect(first.kind == .markdown && first.source.hasPrefix("# "))
        #expect(first.source.contains("**Question.**"))
    }

    @Test(arguments: LectureNotebook.all)
    func endsWithASummaryItsLimitsAndExercises(lecture: LectureNotebook) {
        let text = lecture.prose.map(\.text).joined(separator: "\n")
        for heading in ["## Summary", "## Where this breaks", "## Exercises"] {
            let count = text.split(separator: "\n").count { $0.hasPrefix(heading) }
            #expect(count == 1, "\(heading)")
        }
    }

    @Test(arguments: LectureNotebook.all)
    func hasShortCellsForThisKernel(lecture: LectureNotebook) {
        #expect(lecture.notebook.kernelName == "unroll")
        #expect(lecture.notebook.metadata["kernelspec"]?["language"]?.string == "swift")
        for cell in lecture.notebook.cells where cell.kind == .code {
            let lines = cell.source.split(separator: "\n", omittingEmptySubsequences: false)
            #expect((1...15).contains(lines.count), "\(cell.id ?? "")")
        }
    }

    @Test(arguments: LectureNotebook.all)
    func isCommittedAsItRan(lecture: LectureNotebook) {
        let cells = lecture.notebook.cells.filter { $0.kind == .code && !$0.source.isEmpty }
        #expect(cells.map(\.executionCount) == Array(1...max(1, cells.count)))
        for cell in cells where !cell.tags.contains("raises-exception") {
            let failure = cell.outputs.first {
                if case .error = $0.content { return true }
                return false
            }
            #expect(failure == nil, "\(cell.id ?? "")")
        }
    }

    @Test(arguments: LectureNotebook.all)
    func everyCheckHasPrintedItsLine(lecture: LectureNotebook) {
        for (place, cell) in lecture.notebook.cells.enumerated() where cell.kind == .code {
            let checks = cell.source.split(separator: "\n").count { $0.hasPrefix("try check(") }
            #expect(lecture.checkLines(ofCell: place).count >= checks, "\(cell.id ?? "")")
        }
    }

    @Test(arguments: LectureNotebook.all)
    func showsPicturesWithAFaceForConsoles(lecture: LectureNotebook) {
        for cell in lecture.notebook.cells {
            for data in cell.outputs.compactMap(\.displayedData) {
                let text = data.forms["text/plain"]?.string
                #expect(text != nil, "\(cell.id ?? "")")
                let widest = text?.split(separator: "\n").map(\.count).max() ?? 0
                #expect(widest <= 80, "\(cell.id ?? "") is \(widest) columns wide")
            }
        }
    }
}

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
            #expect((1...20).contains(lines.count), "\(cell.id ?? "")")
            #expect(lines.allSatisfy { $0.count <= 100 }, "\(cell.id ?? "")")
        }
    }

    @Test(arguments: LectureNotebook.all)
    func saysHowLongItTakesAndWhereThingsComeFrom(lecture: LectureNotebook) {
        let text = lecture.prose.map(\.text).joined(separator: "\n")
        #expect(text.contains(/(?i)minutes/))
        guard lecture.name != "00-welcome.ipynb" else { return }
        let references = lecture.notebook.cells.first { $0.id == "references" }?.source ?? ""
        #expect(references.hasPrefix("## References"))
        for line in references.split(separator: "\n").dropFirst() where !line.contains("CS224n") {
            #expect(line.contains(/\b(18|19|20)\d\d\b/), "\(line)")
        }
    }

    @Test(arguments: LectureNotebook.all)
    func startsWithItsParameters(lecture: LectureNotebook) throws {
        let first = try #require(lecture.notebook.cells.first { $0.kind == .code })
        #expect(first.tags.contains("parameters"))
        let tagged = lecture.notebook.cells.count { $0.tags.contains("parameters") }
        #expect(tagged == 1)
    }

    /// A check that fails takes no name with it that later cells need.
    @Test(arguments: LectureNotebook.all)
    func declaresNothingWhereItChecks(lecture: LectureNotebook) {
        for cell in lecture.notebook.cells
        where cell.kind == .code && cell.source.contains(/\b(check|textHas)\b/) {
            let declares = cell.source.contains(#/(?m)^(let|var|func|struct|class|enum) /#)
            #expect(!declares, "\(cell.id ?? "")")
        }
    }

    /// Whoever reads should guess before the answer stands there.
    @Test(arguments: LectureNotebook.all)
    func asksBeforeItShows(lecture: LectureNotebook) {
        guard lecture.name != "00-welcome.ipynb" else { return }
        let questions = lecture.prose.filter { $0.text.contains("**Predict first.**") }
        #expect(!questions.isEmpty)
        for (place, text) in questions {
            let count = text.matches(of: /\*\*Predict first\.\*\*/).count
            #expect(text.matches(of: /<summary>Answer<\/summary>/).count >= count, "cell \(place)")
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

    /// A talk of 45 minutes from 01 to 06 has about eighty pages, and shows no checks.
    @Test func theLectureIsATalkAsWell() {
        let lectures = LectureNotebook.all.filter {
            ("01"..."06").contains(String($0.name.prefix(2)))
        }
        var pages = 0
        for lecture in lectures {
            let kinds = lecture.notebook.cells.map { cell in
                cell.metadata["slideshow"]?["slide_type"]?.string ?? ""
            }
            #expect(Set(kinds).isSubset(of: ["slide", "subslide", "fragment", "skip"]))
            #expect(kinds.first == "slide", "\(lecture.name)")
            for (cell, kind) in zip(lecture.notebook.cells, kinds)
            where cell.source.contains(/\btextHas\b/) {
                #expect(kind == "skip", "\(lecture.name), \(cell.id ?? "")")
            }
            let count = kinds.count { $0.hasSuffix("slide") }
            #expect((8...24).contains(count), "\(lecture.name) has \(count) pages")
            pages += count
        }
        #expect((60...110).contains(pages), "\(pages) pages")
    }
}

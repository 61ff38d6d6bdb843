import JSON
import NotebookDocument
import TestSupport
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

    /// The pages of a notebook as slides, each with its Markdown cells.
    private func pages(of lecture: LectureNotebook) -> [[NotebookCell]] {
        var pages: [[NotebookCell]] = []
        for cell in lecture.notebook.cells {
            switch cell.metadata["slideshow"]?["slide_type"]?.string {
            case "slide", "subslide": pages.append([cell])
            case "fragment" where !pages.isEmpty: pages[pages.count - 1].append(cell)
            default: continue
            }
        }
        return pages
    }

    /// The number of words on a page; folded answers and formulas are seen, not read.
    private func words(on page: [NotebookCell]) -> Int {
        page.filter { $0.kind == .markdown }.reduce(0) { count, cell in
            let text = cell.source.replacing(/(?s)<details>.*?<\/details>/, with: "")
                .replacing(/(?s)\$\$.*?\$\$/, with: "")
            return count + text.split(whereSeparator: \.isWhitespace).count
        }
    }

    /// Slides show no checks, and begin with a title.
    @Test func everyCellSaysWhatItIsOnASlide() {
        let numbers = "01"..."06"
        for lecture in LectureNotebook.all where numbers.contains(String(lecture.name.prefix(2))) {
            let kinds = lecture.notebook.cells.map { cell in
                cell.metadata["slideshow"]?["slide_type"]?.string ?? ""
            }
            #expect(Set(kinds).isSubset(of: ["slide", "subslide", "fragment", "skip"]))
            #expect(kinds.first == "slide", "\(lecture.name)")
            for (cell, kind) in zip(lecture.notebook.cells, kinds)
            where cell.source.contains(/\btextHas\b/) {
                #expect(kind == "skip", "\(lecture.name), \(cell.id ?? "")")
            }
        }
    }

    /// The talk takes as long as the page for lecturers says.
    ///
    /// A page is looked at for a quarter of a minute, and read as fast as one reads silently.
    @Test func theLectureIsATalkOf45Minutes() throws {
        let guide = try Repository.text(of: "docs/lecturing.md")
        var total = 0.0
        var promised = 0
        for lecture in LectureNotebook.all {
            let number = String(lecture.name.prefix(2))
            guard ("01"..."06").contains(number) else { continue }
            let pages = pages(of: lecture)
            let counts = pages.map(words)
            let minutes = Double(pages.count) / 4 + Double(counts.reduce(0, +)) / 240
            let row = try #require(
                guide.split(separator: "\n").first { $0.hasPrefix("| \(number) |") })
            let said = try #require(
                row.split(separator: "|").dropFirst().first
                    .flatMap { field in Int(field.filter { $0.isNumber }) })
            #expect(abs(minutes - Double(said)) < 1, "\(lecture.name) takes \(minutes) minutes")
            #expect((8...15).contains(pages.count), "\(lecture.name) has \(pages.count) pages")
            #expect(counts.max() ?? 0 < 250, "\(lecture.name): \(counts) words")
            total += minutes
            promised += said
        }
        #expect(promised == 45)
        #expect((43...47).contains(total), "\(total) minutes")
    }
}

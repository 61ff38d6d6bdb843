import Display
import JupyterProtocol
import NotebookRunner
import Testing

@Suite struct ProgressTextTests {
    /// Returns a report of a cell.
    private func report(
        _ status: CellStatus, after duration: Duration = .milliseconds(530),
        title: String = "let network = ElmanNetwork(inputs: 2, hidden: 3, outputs: 1)"
    ) -> CellReport {
        CellReport(cell: 4, ordinal: 3, total: 12, title: title, status: status, duration: duration)
    }

    @Test(arguments: [
        (CellStatus.passed, "     ok"), (.raised, " raised"), (.failed, " failed"),
        (.timedOut, "timeout"), (.died, "   died"), (.stopped, "stopped"),
    ])
    func writesAPlainLineForEachCell(status: CellStatus, word: String) {
        let text = ProgressText(style: ProgressStyle(isTerminal: false))
        #expect(text.text(for: .began(report(.running))).isEmpty)
        #expect(
            text.text(for: .ended(report(status)))
                == "[ 3/12] \(word)    0.53 s  let network = ElmanNetwork(inputs: 2, hidden: 3, "
                + "outputs: 1)\n")
    }

    /// Titles and names of characters of every width, in terminals of every width.
    @Test func rowsFitIntoTheTerminal() {
        let texts = [
            "", "a", "print(1)", String(repeating: "long ", count: 60),
            String(repeating: "漢字", count: 60), String(repeating: "e\u{301}", count: 90),
            String(repeating: "👩‍👩‍👧", count: 40), "mixed 漢 x 🙂 " + String(repeating: "й", count: 90),
        ]
        for width in 1...160 {
            for isASCII in [false, true] {
                let style = ProgressStyle(
                    isTerminal: true, hasColors: false, isASCII: isASCII, width: width)
                for (label, title) in texts.flatMap({ label in texts.map { (label, $0) } }) {
                    let text = ProgressText(style: style, label: label)
                    let row = text.row(report(.running, title: title), for: .seconds(1))
                    let columns = row.columns
                    #expect(columns < width, "\(label), \(title) in \(width) columns: \(row)")
                }
            }
        }
    }

    /// Of long paths, the end says which notebook it is.
    @Test func rowsShowTheEndsOfNames() {
        let style = ProgressStyle(isTerminal: true, hasColors: false, width: 60)
        let text = ProgressText(style: style, label: "/home/ada/submissions/student05/task.ipynb")
        let row = text.row(report(.running, title: "let a = 1"), for: .seconds(1))
        #expect(row == "…ssions/student05/task.ipynb [ 3/12] ⠦       1 s  let a = 1")
    }

    @Test func saysNothingOfCellsThatWereNotRun() {
        let text = ProgressText(style: ProgressStyle(isTerminal: false))
        #expect(text.text(for: .ended(report(.notRun))).isEmpty)
    }

    @Test func labelsLinesOfSeveralNotebooks() {
        let text = ProgressText(style: ProgressStyle(isTerminal: false), label: "a.ipynb")
        #expect(text.text(for: .ended(report(.passed))).hasPrefix("a.ipynb [ 3/12]      ok"))
        #expect(text.text(for: .warning("odd")) == "a.ipynb warning: odd\n")
    }

    @Test func writesTheRunningCellInItsPlaceOnATerminal() {
        let style = ProgressStyle(isTerminal: true, hasColors: false, width: 50)
        let text = ProgressText(style: style)
        #expect(
            text.text(for: .began(report(.running)))
                == "\r\u{1B}[K[ 3/12] ⠋      0 ms  let network = ElmanNetwork(…")
        #expect(
            text.running(report(.running), for: .milliseconds(1250))
                == "\r\u{1B}[K[ 3/12] ⠋    1.25 s  let network = ElmanNetwork(…")
        #expect(
            text.text(for: .ended(report(.passed)))
                == "\r\u{1B}[K[ 3/12] ✓    0.53 s  let network = ElmanNetwork(…\n")
    }

    @Test func keepsToASCIIWhereTheLocaleWantsIt() {
        let style = ProgressStyle(isTerminal: true, hasColors: false, isASCII: true, width: 40)
        let text = ProgressText(style: style)
        let lines = [
            text.text(for: .began(report(.running))), text.text(for: .ended(report(.failed))),
        ]
        let isASCII = lines.joined().allSatisfy(\.isASCII)
        #expect(isASCII)
        #expect(lines[1] == "\r\u{1B}[K[ 3/12]  failed    0.53 s  let netwo...\n")
    }

    @Test func coloursSignsOnATerminal() {
        let text = ProgressText(style: ProgressStyle(isTerminal: true))
        #expect(text.text(for: .ended(report(.failed))).contains("\u{1B}[31m✗\u{1B}[0m"))
    }

    @Test(arguments: [
        (Duration.zero, "0 ms"), (.microseconds(12_600), "13 ms"), (.milliseconds(100), "0.10 s"),
        (.seconds(3), "3 s"), (.milliseconds(3050), "3.05 s"), (.milliseconds(59_990), "59.99 s"),
        (.milliseconds(59_999), "1 min 0 s"), (.seconds(125), "2 min 5 s"),
    ])
    func saysDurationsAsPeopleDo(duration: Duration, words: String) {
        #expect(
            RunSummary([report(.passed)]).text(in: duration) == "1 cell passed in \(words)")
    }

    @Test func sumsUp() {
        let reports = [CellStatus.passed, .raised, .failed, .notRun, .notRun].map { report($0) }
        #expect(
            RunSummary(reports).text(in: .seconds(1))
                == "1 cell passed, 1 raised as allowed, 1 failed, 2 not run in 1 s")
    }
}

import JSON
import NotebookDocument
import Testing

@Suite struct NotebookProseTests {
    /// Numerals that no run can check, by notebook: what the slides print, and what other people
    /// have measured or chosen.
    private static let exceptions: [String: Set<String>] = [
        // What the slides print in place of 0.0009765625.
        "02-vanishing-gradient.ipynb": ["0.00097"]
    ]

    /// Small integers, which count obvious things.
    private static let small: Set<Double> = [0, 1, 2]

    /// The numbers that a notebook's cells compare with those of the run, as they are printed.
    private static func compared(in lecture: LectureNotebook) -> Set<String> {
        let code = lecture.notebook.cells.filter { $0.kind == .code }.map(\.source)
        return Set(
            code.joined(separator: "\n").printedNumbers.flatMap { spelling in
                Numeral.claims(in: spelling).map(\.spelling)
            })
    }

    /// Returns the numerals of a text, without those that say how long it takes to read.
    private static func claims(in text: String) -> [Numeral] {
        Numeral.claims(
            in: text.replacing(/About \d+ minutes; with the exercises, \d+\./, with: ""))
    }

    @Test(arguments: LectureNotebook.all)
    func everyNumberOfTheProseIsComparedAsItIsPrinted(lecture: LectureNotebook) {
        let compared = Self.compared(in: lecture)
        for (place, text) in lecture.prose where lecture.notebook.cells[place].id != "references" {
            for numeral in Self.claims(in: text) {
                let isKnown =
                    Self.small.contains(numeral.value) || compared.contains(numeral.spelling)
                    || Self.exceptions[lecture.name]?.contains(numeral.spelling) == true
                #expect(isKnown, "\(lecture.name), cell \(place + 1): nothing compares \(numeral)")
            }
        }
    }

    @Test(arguments: LectureNotebook.all)
    func everyComparedNumberStandsInTheProse(lecture: LectureNotebook) {
        let claims = Set(lecture.prose.flatMap { Self.claims(in: $0.text) }.map(\.spelling))
        let unused = Self.compared(in: lecture).subtracting(claims + ["0", "1", "2"])
        #expect(unused.isEmpty, "\(lecture.name) does not say \(unused.sorted())")
    }

    @Test(arguments: LectureNotebook.all)
    func theCommittedRunHasTheNumbersOfTheText(lecture: LectureNotebook) {
        for cell in lecture.notebook.cells where cell.kind == .code {
            let texts = cell.outputs.compactMap { $0.displayedData?.forms["text/plain"]?.string }
            for text in texts {
                #expect(!text.hasPrefix("≠"), "\(lecture.name), \(cell.id ?? ""): \(text)")
            }
        }
    }

    @Test func everyExceptionIsStillNeeded() {
        for (name, numerals) in Self.exceptions {
            let lecture = LectureNotebook.all.first { $0.name == name }
            let claims = lecture?.prose.flatMap { Self.claims(in: $0.text) } ?? []
            let unused = numerals.subtracting(claims.map(\.spelling))
            #expect(unused.isEmpty, "\(name) does not say \(unused)")
        }
    }
}

extension String {
    /// The numbers that this code hands to `Printed`, as they are spelled.
    fileprivate var printedNumbers: [String] {
        matches(of: /Printed\((?:over: |under: )?"([^"]+)"/).map { String($0.output.1) }
    }
}

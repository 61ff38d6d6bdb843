import NotebookDocument
import Testing

@Suite struct NotebookProseTests {
    /// Numerals that need no check, by notebook: the slides' own, years, and counts of things that
    /// can be seen.
    private static let exceptions: [String: Set<String>] = [
        // What the slides print in place of 0.0009765625.
        "02-vanishing-gradient.ipynb": ["0.00097"],
        // The year of a paper.
        "03-exploding-gradient.ipynb": ["2013"],
    ]

    /// Small whole numbers, which count what everybody sees.
    private static let small: Set<Double> = [0, 1, 2]

    @Test(arguments: LectureNotebook.all)
    func everyNumberOfTheProseIsGivenInCodeOrFoundByACheck(lecture: LectureNotebook) {
        let given = Set(Numeral.all(in: lecture.givenCode.replacing("_", with: "")).map(\.value))
        for (place, text) in lecture.prose {
            // A solution's text stands above its collapsed cell, all other text below what it says.
            let last = text.hasPrefix("**Solution") ? place + 2 : place
            let cells = 0..<min(last, lecture.notebook.cells.count)
            let lines = cells.flatMap(lecture.checkLines).map { $0.replacing("_", with: "") }
            let found = lines.flatMap(Numeral.all).map(\.value)
            for numeral in Numeral.claims(in: text) {
                let isKnown =
                    Self.small.contains(numeral.value) || given.contains(numeral.value)
                    || found.contains { numeral.says($0) }
                    || Self.exceptions[lecture.name]?.contains(numeral.spelling) == true
                #expect(isKnown, "\(lecture.name), cell \(place + 1): no check found \(numeral)")
            }
        }
    }

    @Test func everyExceptionIsStillNeeded() {
        for (name, numerals) in Self.exceptions {
            let lecture = LectureNotebook.all.first { $0.name == name }
            let claims = lecture?.prose.flatMap { Numeral.claims(in: $0.text) } ?? []
            let unused = numerals.subtracting(claims.map(\.spelling))
            #expect(unused.isEmpty, "\(name) does not say \(unused)")
        }
    }
}

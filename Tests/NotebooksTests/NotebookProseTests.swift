import NotebookDocument
import Testing

@Suite struct NotebookProseTests {
    /// Numerals that need no check, by notebook: the slides' own, years, and counts that are
    /// obvious.
    private static let exceptions: [String: Set<String>] = [
        // The slides print this in place of 0.0009765625.
        "02-vanishing-gradient.ipynb": ["0.00097"],
        // The year of a paper.
        "03-exploding-gradient.ipynb": ["2013"],
    ]

    /// Small integers, which count obvious things.
    private static let small: Set<Double> = [0, 1, 2]

    @Test(arguments: LectureNotebook.all)
    func everyNumberOfTheProseIsGivenInCodeOrFoundByACheck(lecture: LectureNotebook) {
        let given = Set(Numeral.all(in: lecture.givenCode.replacing("_", with: "")).map(\.value))
        for (place, text) in lecture.prose {
            // A solution's text is above its collapsed cell, all other text is below the cell it
            // describes.
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

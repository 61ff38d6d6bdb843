import CellProtocol
import CellSession
import Evaluation
import Testing

/// Tests of texts for and from the user.
@Suite struct TextTests {
    /// The name of a module.
    private static let name = "Cell_0123456789abcdef0123456789abcdef"

    /// The names of the cells for the user.
    private static var names: CellNames {
        var names = CellNames()
        names.note(ModuleName(name), number: 3, code: "let a = 1")
        return names
    }

    /// Clients show red and yellow on pink or on dark red, where they are hard to read.
    @Test func whatGoesWrongIsSaidWithoutColors() {
        for text in [ANSI.error("x"), ANSI.warning("x"), ANSI.note("x")] {
            let codes = text.matches(of: /\u{1B}\[([0-9;]*)m/)
                .flatMap { $0.1.split(separator: ";").compactMap { Int($0) } }
            #expect(codes.allSatisfy { $0 < 30 }, "\(codes)")
            #expect(text.withoutColors == "x")
        }
    }

    @Test(arguments: [
        ("\(name).P", "P"), ("[\(name).P(x: 1)]", "[P(x: 1)]"), ("\(name)/\(name).swift", "cell 3"),
        ("\(name).swift:2", "cell 3:2"), ("at \(name)", "at cell 3"),
        ("Cell_1 Cell_x", "Cell_1 Cell_x"),
        ("é\(name).Zürich é", "éZürich é"),
    ]) func namesOfModulesAreTakenOutWhereverTheTextIsCut(text: String, seen: String) {
        #expect(NameScrubber.scrub(text, Self.names) == seen)
        let bytes = Array(text.utf8)
        for first in 0...bytes.count {
            for second in first...bytes.count {
                var scrubber = NameScrubber()
                var result = scrubber.take(Array(bytes[..<first]), Self.names)
                result += scrubber.take(Array(bytes[first..<second]), Self.names)
                result += scrubber.take(Array(bytes[second...]), Self.names)
                result += scrubber.takeRest(Self.names)
                #expect(
                    String(decoding: result, as: UTF8.self) == seen, "cut at \(first), \(second)")
            }
        }
    }

    @Test(arguments: [
        ("Swift.DecodingError", "DecodingError: why"), ("MySwift.E", "MySwift.E: why"),
        ("Swift.Result<Swift.Int, Other.Swift.E>", "Result<Int, Other.Swift.E>: why"),
    ]) func typesOfTheLibraryStandAsTheyAreWritten(type: String, seen: String) throws {
        let report = FailureReport(
            plan: try TrialSession().plan("1"), trace: nil, names: Self.names)
        let failure = report.failure(
            .uncaughtError(type: type, description: "why", frames: []))
        #expect(failure.message == seen)
    }

    @Test func placesAreFoundOnBothSidesOfChanges() {
        let edited = EditedSource(
            "let a = b",
            edits: [
                .init(offset: 8, removedLength: 1, replacement: "long"),
                .init(offset: 0, removedLength: 0, replacement: "public "),
            ])
        #expect(edited.text == "public let a = long")
        for (original, changed) in [(4, 11), (8, 15)] {
            #expect(edited.originalOffset(of: changed) == original)
        }
        #expect(edited.originalOffset(of: 3) == 0)
        #expect(edited.originalOffset(of: 17) == 8)
    }

    @Test func tracesListCallsInCellsAndWhatTheRuntimeWouldSay() {
        let trace = StackTrace(
            reading: """
                Swift runtime failure: arithmetic overflow
                /x/\(Self.name).swift:2:5
                add
                /x/\(Self.name).swift:2:5
                add
                /x/\(Self.name).swift:2:5
                \(Self.name)_main
                /x/\(Self.name).source.swift:4:1
                start_thread
                /lib/thread.c:9:9
                """)
        #expect(trace.runtimeFailure == "arithmetic overflow")
        #expect(trace.calls.map(\.function) == ["add", ""])
        #expect(trace.calls.map(\.line) == [2, 4])
    }
}

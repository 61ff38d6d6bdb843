import CellEngine
import Evaluation
import TestSupport
import Testing

/// Tests of accesses to elements that are not there: the message tells what was asked for and what
/// there is.
@Suite(.timeLimit(.minutes(5))) struct ElementAccessTests {
    /// An access, and the message of its failure.
    struct Access: Sendable {
        let code: String
        let message: String
    }

    private static let accesses: [Access] = [
        Access(code: "list[7]", message: "the index is 7, and the array has 3 elements"),
        Access(code: "list[-1]", message: "the index is -1, and the array has 3 elements"),
        Access(code: "list[3] = 1", message: "the index is 3, and the array has 3 elements"),
        Access(code: "list[4] += 1", message: "the index is 4, and the array has 3 elements"),
        Access(code: "none[0]", message: "the index is 0, and the array is empty"),
        Access(code: "nested[1][5]", message: "the index is 5, and the array has 2 elements"),
        Access(code: "list[1..<5]", message: "the range is 1..<5, and the array has 3 elements"),
        Access(code: "list[2...9]", message: "the range is 2..<10, and the array has 3 elements"),
        Access(code: "slice[0]", message: "the index is 0, and the slice has the indices 1 to 2"),
        Access(
            code: "fixed[1]", message: "the index is 1, and the array has 1 element, at index 0"),
        Access(code: "list.remove(at: 3)", message: "the index is 3, and the array has 3 elements"),
        Access(
            code: "list.insert(0, at: 9)",
            message: "the index is 9, and an element can be inserted at 0 to 3"),
        Access(code: "list.swapAt(0, 8)", message: "the index is 8, and the array has 3 elements"),
        Access(
            code: "text[text.endIndex]",
            message: "the index is endIndex, behind the last of 3 characters"),
        Access(
            code: "text[text.index(text.startIndex, offsetBy: 5)]",
            message: "the offset is 5 from character 0, and the string has 3 characters"),
        Access(
            code: "matrix[2, 0]", message: "there is no element [2, 0] in a matrix of shape [2, 2]"),
    ]

    private static let setting = """
        var list = [1, 2, 3]
        let none: [Int] = []
        var nested = [[1, 2], [3, 4]]
        var slice = list[1...2]
        var fixed: ContiguousArray = [1]
        let text = "añb"
        var matrix: Matrix<Double> = [[1, 2], [3, 4]]
        """

    @Test(arguments: ["none", "speed"])
    func accessesTellTheIndexAndTheCount(optimization: String) async throws {
        let session = try TestSession()
        await session.run("%opt \(optimization)")
        await session.run(Self.setting)
        for access in Self.accesses {
            let record = await session.run(access.code)
            #expect(record.failure?.name == "IndexOutOfRange", "\(record.story)")
            #expect(record.failure?.message.contains(access.message) == true, "\(record.story)")
            // For a change in place, the compiler records a line only in optimized code.
            let hasLine = optimization == "speed" || !access.code.contains("+=")
            #expect(
                record.story.contains("1 | \(access.code)") || !hasLine, "\(record.story)")
        }
        await session.end()
    }

    /// Everything that is there is accessed as by the standard library.
    @Test(arguments: ["none", "speed"])
    func accessesWithinBoundsAreThoseOfTheStandardLibrary(optimization: String) async throws {
        let session = try TestSession()
        await session.run("%opt \(optimization)")
        await session.run(Self.setting)
        let results = [
            ("list[1] += 5; list", "[1, 7, 3]"), ("nested[0][1] = 9; nested", "[[1, 9], [3, 4]]"),
            ("nested[1].append(5); nested[1][2]", "5"), ("list[0...1] = [8]; list", "[8, 3]"),
            ("list[0..<2].reverse(); list", "[3, 8]"), ("list[...]", "[3, 8]"),
            ("list[1...]", "[8]"), ("list[keyPath: \\[Int].[1]]", "8"),
            ("swap(&list[0], &nested[0][0]); (list, nested[0])", "([1, 8], [3, 9])"),
            ("text[text.index(after: text.startIndex)]", "ñ"),
            ("[\"a\": [1]][\"a\"]![0]", "1"), ("fixed[0] += 1; fixed", "[2]"),
            ("list.remove(at: 0)\nlist.insert(4, at: 1)\nlist", "[8, 4]"),
            ("slice[1] = 0; slice", "[0, 3]"),
        ]
        for (code, expected) in results {
            let record = await session.run(code)
            #expect(record.result == expected, "\(code): \(record.story)")
        }
        await session.end()
    }

    @Test(arguments: [
        ("ages[\"Zoe\"]!", "'ages[\"Zoe\"]' is nil; a dictionary gives nil for a missing key"),
        ("print(Int(\"x\")! + 1)", "'Int(\"x\")' is nil"),
        ("let first = none.first!", "'none.first' is nil"),
        ("if Int(\"y\")! != 3 { }", "'Int(\"y\")' is nil"),
    ]) func forcedValuesAreNamed(code: String, note: String) async throws {
        let session = try TestSession()
        await session.run("let ages = [\"Ann\": 1]\nlet none: [Int] = []")
        let record = await session.run(code)
        #expect(record.failure?.name == "UnexpectedNil", "\(record.story)")
        #expect(record.story.contains("note: \(note)"), "\(record.story)")
        await session.end()
    }
}

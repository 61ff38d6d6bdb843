import CellEngine
import Evaluation
import Testing

/// Tests of every kind of failure: its name, message and position, and that nothing is lost.
@Suite struct FailureTests {
    /// A way to fail.
    struct Failing: Sendable, CustomTestStringConvertible {
        let code: String
        let name: String
        let message: String
        var line = 1
        var testDescription: String { name + ": " + code }
    }

    private static let failings: [Failing] = [
        Failing(code: "fatalError(\"gone\")", name: "FatalError", message: "gone"),
        Failing(code: "fatalError()", name: "FatalError", message: "Fatal error"),
        Failing(
            code: "precondition(state.count > 9, \"too few\")", name: "PreconditionFailure",
            message: "too few"),
        Failing(
            code: "preconditionFailure(\"never\")", name: "FatalError", message: "never"),
        Failing(
            code: "assert(state.isEmpty, \"not empty\")", name: "AssertionFailure",
            message: "not empty"),
        Failing(code: "assertionFailure(\"odd\")", name: "FatalError", message: "odd"),
        Failing(
            code: "let one = 1\nstate[7 + one]", name: "IndexOutOfRange",
            message: "the index is 8, and the array has 4 elements", line: 2),
        Failing(
            code: "var big = Int.max\nbig += state.count", name: "ArithmeticOverflow",
            message: "9223372036854775807 + 4 does not fit Int", line: 2),
        Failing(
            code: "let none: Int? = state.isEmpty ? 1 : nil\nnone!", name: "UnexpectedNil",
            message: "Unexpectedly found nil while unwrapping an Optional value", line: 2),
        Failing(
            code: "1 / (state.count - state.count)", name: "DivisionByZero",
            message: "Division by zero"),
        Failing(
            code: "(state as Any) as! String", name: "CastFailure",
            message: "Could not cast value of type 'Array<Int>' to 'String'."),
        Failing(
            code: "struct E: Error {}\nfunc f() throws { throw E() }\ntry! f()",
            name: "UnexpectedError",
            message: "'try!' expression unexpectedly raised an error: E()", line: 3),
        Failing(
            code:
                "final class C { var x = 1 }\nvar c: C? = C()\nunowned let u = c!\nc = nil\nprint(u.x)",
            name: "DanglingReference",
            message: "Attempted to read an unowned reference but the object was already destroyed",
            line: 5),
        Failing(
            code: "struct E: Error { let why = 1 }\nthrow E()", name: "UncaughtError",
            message: "E: E(why: 1)", line: 2),
        Failing(
            code: "struct E: Error {}\nfunc f() async throws { throw E() }\ntry await f()",
            name: "UncaughtError", message: "E: E()", line: 2),
        Failing(
            code: "struct E: Error {}\nfunc f() throws(E) { throw E() }\ntry f()",
            name: "UncaughtError", message: "E: E()", line: 2),
        Failing(
            code:
                "var all: [[Int]] = []\nwhile true { all.append([Int](repeating: 1, count: 1 << 24)) }",
            name: "OutOfMemory",
            message: "could not allocate 128 MB; '%set' shows how much the session may use "
                + "(cell-memory), and changes it", line: 2),
        Failing(
            code: "let count = 1 << 46\nlet huge = [UInt8](repeating: 1, count: count)",
            name: "OutOfMemory",
            message: "could not allocate 64 TB; '%set' shows how much the session may use "
                + "(cell-memory), and changes it", line: 2),
        Failing(
            code: "let three = state.count\nstate[1..<three + 2]", name: "IndexOutOfRange",
            message: "the range is 1..<6, and the array has 4 elements", line: 2),
        Failing(
            code: "Dictionary(uniqueKeysWithValues: [(1, 1), (1, state.count)])",
            name: "FatalError",
            message: "Duplicate values for key: '1'"),
        Failing(
            code: "Int(Double.nan)", name: "ArithmeticOverflow",
            message: "Double value cannot be converted to Int because it is either infinite or NaN"),
        Failing(
            code: "state.count % (state.count - state.count)", name: "DivisionByZero",
            message: "Division by zero in remainder operation"),
        Failing(
            code: "import Glibc\nexit(0)", name: "Exit",
            message: "the cell called exit(0); a cell ends where its code ends", line: 0),
        Failing(
            code: "import Glibc\nexit(3)", name: "Exit",
            message: "the cell called exit(3); a cell ends where its code ends", line: 0),
        Failing(
            code: "import Glibc\n_exit(3)", name: "Exit",
            message: "the cell ended its process with code 3", line: 0),
        Failing(
            code: "import Glibc\nfunc g() async {}\nawait g()\nexit(0)", name: "Exit",
            message: "the cell called exit(0); a cell ends where its code ends", line: 0),
        Failing(
            code: "import Glibc\nabort()", name: "Abort", message: "the cell called abort()",
            line: 2),
        Failing(
            code: "UnsafeMutablePointer<Int>(bitPattern: 16)!.pointee = 1",
            name: "SegmentationFault",
            message: "the cell used memory that is not its own"),
        Failing(
            code: "func deep(_ n: Int) -> Int { n == 0 ? 0 : 1 + deep(n + 1) }\ndeep(1)",
            name: "StackOverflow",
            message: "calls lie too deep in one another", line: 1),
        Failing(
            code: "import Glibc\nkill(getpid(), SIGKILL)", name: "Killed",
            message: "SIGKILL from outside ended the cell; perhaps there was not enough memory",
            line: 0),
        Failing(
            code: "import Glibc\nkill(getpid(), SIGTERM)", name: "Killed",
            message: "SIGTERM from outside ended the cell", line: 0),
        Failing(
            code: "UInt8(state.count - 10)", name: "ArithmeticOverflow",
            message: "Negative value is not representable"),
        Failing(
            code:
                "func loop(_ a: [Int]) -> Int {\n    var sum = 0\n    for i in 0...a.count { sum += a[i] }\n    return sum\n}\nloop(state)",
            name: "IndexOutOfRange",
            message: "the index is 4, and the array has 4 elements", line: 3),
        Failing(
            code: "readLine()", name: "InputRefused",
            message: "the cell asked for input, and whoever runs it gives none", line: 0),
    ]

    /// Declares values of every kind, and a function that prints all of them.
    private static let setting = """
        import Glibc
        struct Point { var x = 1; var inner = [1, 2] }
        final class Counter { var count = 0; var names = ["a"]; var next: Counter? }
        var state = [1, 2, 3]
        var point = Point()
        let counter = Counter()
        counter.next = Counter()
        var table = ["x": 1]
        var text = "t"
        var peek = { counter.count + state.count }
        setenv("UNROLL_TEST", "one", 1)
        func everything() -> String {
            let folder = String(cString: getcwd(nil, 0))
            let numbers = "\\(state) \\(point) \\(counter.count) \\(counter.next?.count ?? -1)"
            let rest = "\\(counter.names) \\(table) \\(text) \\(peek())"
            return "\\(numbers) \\(rest) \\(folder) \\(String(cString: getenv("UNROLL_TEST")))"
        }
        """

    /// Changes every value in place, on one line.
    private static let changes =
        "state.append(4); point.inner[0] = 9; counter.count = 9; counter.names.append(\"b\"); "
        + "counter.next?.count = 5; table[\"y\"] = 2; text += \"u\"; peek = { 0 }; "
        + "chdir(\"/usr\"); setenv(\"UNROLL_TEST\", \"two\", 1); var made = 1; "

    /// Fails in every way, one after the other, and compares all values after each failure.
    @Test(arguments: [false, true])
    func rollsEverythingBack(isOptimized: Bool) async throws {
        let session = try TestSession { $0.settings.set(.cellMemory, to: "2GB") }
        await session.run(Self.setting)
        let before = await session.run("everything()").result
        #expect(before?.contains("[1, 2, 3] Point(x: 1, inner: [1, 2]) 0 0") == true)
        let start = Self.changes + (isOptimized ? "func optimized() {}\n" : "\n")
        for failing in Self.failings {
            let record = await session.run(start + failing.code)
            check(record, failing, isOptimized: isOptimized)
            let after = await session.run("everything()")
            #expect(after.result == before, "\(failing.code): \(after.story)")
            let made = await session.run("made")
            #expect(made.failure?.message == "cannot find 'made' in scope", "\(failing.code)")
        }
        await session.end()
    }

    /// Compares a cell's failure with the expected one.
    private func check(_ record: CellRecord, _ failing: Failing, isOptimized: Bool) {
        let story = "\(failing.code)\n\(record.story)"
        #expect(record.failure?.name == failing.name, "\(story)")
        // Casts in optimized code fail without naming the types.
        let isShort = record.failure?.message == "Failed cast" && failing.name == "CastFailure"
        #expect(record.failure?.message == failing.message || isShort, "\(story)")
        #expect(record.errors == "", "\(story)")
        #expect(!record.story.contains("Cell_"), "\(story)")
        // The optimizer merges the checks of a cell's top level, which then all have the line of
        // one.
        guard failing.line > 0, !(isOptimized && failing.name == "IndexOutOfRange") else { return }
        let place = record.story.split(separator: "\n").dropFirst().first
        #expect(place?.contains(", line \(failing.line + 1)") == true, "\(story)")
        let lines = failing.code.split(separator: "\n")
        #expect(record.story.contains("| \(lines[failing.line - 1])"), "\(story)")
    }

    @Test func showsTheCallsNewestFirstAcrossCells() async throws {
        let session = try TestSession()
        await session.run(
            "func average(_ values: [Int]) -> Int {\n    let first = values[0]\n    return first\n}"
        )
        let record = await session.run("// a comment\nlet list: [Int] = []\naverage(list)")
        #expect(
            record.story == """
                IndexOutOfRange: the index is 0, and the array is empty
                  cell 1, line 2, in average
                    2 |     let first = values[0]
                  cell 2, line 3
                    3 | average(list)
                """)
        await session.end()
    }

    @Test func keepsWhatAFailedCellHadPrinted() async throws {
        let session = try TestSession()
        let record = await session.run("print(\"before\")\nfatalError(\"x\")")
        #expect(record.output == "before\n")
        await session.end()
    }

    @Test func proposesChangesAsAPersonWouldTypeThem() async throws {
        let session = try TestSession()
        let record = await session.run(
            """
            protocol Kind {}
            struct Box<Value: Kind> {}
            let box = Box()
            """)
        #expect(record.failure?.name == "CompileError")
        #expect(record.story.contains("insert '<Value: Kind>'"), "\(record.story)")
        #expect(!record.story.contains("#"), "\(record.story)")
        await session.end()
    }
}

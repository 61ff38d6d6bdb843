import Files
import Glibc
import JupyterProtocol
import KernelServer
import TestSupport
import Testing

/// Tests of the history of sessions, in a file or in memory.
@Suite struct HistoryTests {
    /// Calls a closure with the path of a file that does not exist yet.
    private func withFile(_ work: (String) throws -> Void) throws {
        let folder = try TemporaryFolder()
        try work("\(folder.path)/deep/er/history.sqlite")
    }

    /// Requests for entries of histories.
    private let requests: [HistoryRequest.Access] = [
        .tail(count: 3), .tail(count: 100), .tail(count: 0), .tail(count: -1),
        .range(session: 0, start: 1, stop: nil), .range(session: -1, start: 1, stop: 3),
        .range(session: 1, start: 2, stop: nil), .range(session: 99, start: 0, stop: nil),
        .search(pattern: "*a*", count: nil, isUnique: false),
        .search(pattern: "*", count: 4, isUnique: true),
        .search(pattern: "?", count: 2, isUnique: true),
    ]

    @Test func whatIsKeptIsWhatAListOfAllCellsWouldSay() throws {
        try withFile { path in
            var all: [History.Cell] = []
            var generator = SystemRandomNumberGenerator()
            for session in 1...4 {
                let history = History(keptAt: path)
                #expect(history.session == session)
                for number in 1...Int.random(in: 1...6, using: &generator) {
                    let input =
                        ["a", "b", "let a = '\u{1F600}'\n", "c\"; --", ""].randomElement() ?? ""
                    history.append(input, number: number)
                    let output = Bool.random() ? "out \(number)" : nil
                    if let output { history.setOutput(output, ofCell: number) }
                    all.append(
                        History.Cell(session: session, number: number, input: input, output: output)
                    )
                }
                for access in requests {
                    #expect(
                        history.cells(access) == Self.cells(access, of: all, in: session),
                        "\(access)")
                }
            }
        }
    }

    @Test func kernelsShareTheFileAndEachHasItsOwnSession() throws {
        try withFile { path in
            let (one, other) = (History(keptAt: path), History(keptAt: path))
            one.append("x", number: 1)
            other.append("y", number: 1)
            #expect(one.session != other.session)
            #expect(Set(one.cells(.tail(count: 5)).map(\.input)) == ["x", "y"])
            #expect(other.cells(.range(session: 0, start: 0, stop: nil)).map(\.input) == ["y"])
        }
    }

    @Test func whatIsTypedIsForTheUserAlone() throws {
        try withFile { path in
            History(keptAt: path).append("secret", number: 1)
            var status = stat()
            #expect(stat(path, &status) == 0 && status.st_mode & 0o077 == 0)
        }
    }

    @Test func aFileThatCannotBeUsedIsDoneWithout() throws {
        try withFile { path in
            _ = History(keptAt: path)
            let file = fopen(path, "w")
            fputs(String(repeating: "this is no database\n", count: 50), file)
            fclose(file)
            let folder = path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
            for path in ["/proc/nowhere/history.sqlite", path, folder] {
                let history = History(keptAt: path)
                history.append("a", number: 1)
                #expect(history.session == 1)
                #expect(history.cells(.tail(count: 2)).map(\.input) == ["a"])
            }
        }
    }

    /// Returns the expected entries, computed from a list of all cells.
    private static func cells(
        _ access: HistoryRequest.Access, of all: [History.Cell], in session: Int
    ) -> [History.Cell] {
        switch access {
        case .range(let number, let start, let stop):
            let wanted = number > 0 ? number : session + number
            return all.filter {
                $0.session == wanted && $0.number >= start && $0.number < stop ?? .max
            }
        case .tail(let count): return all.suffix(max(0, count))
        case .search(let pattern, let count, let isUnique):
            var found = all.filter { GlobPattern(pattern).matches($0.input) }
            if isUnique {
                found = found.indices.filter { index in
                    !found[(index + 1)...].contains { $0.input == found[index].input }
                }.map { found[$0] }
            }
            return found.suffix(max(0, count ?? .max))
        }
    }
}

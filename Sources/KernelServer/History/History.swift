internal import JupyterProtocol
internal import Synchronization

/// The cells that were run since the kernel began, which is one session.
final class History: Sendable {
    /// A cell that was run.
    struct Cell: Sendable, Hashable {
        /// Its number.
        let number: Int

        /// Its source.
        let input: String

        /// Its result as text, where there was one.
        var output: String?
    }

    /// The number of the session: earlier ones are not kept.
    static let session = 1

    /// The cells, in order.
    private let cells = Mutex<[Cell]>([])

    /// Makes an empty history.
    init() {}

    /// Adds a cell that begins to run.
    func append(_ input: String, number: Int) {
        cells.withLock { $0.append(Cell(number: number, input: input)) }
    }

    /// Adds the result of a cell that has run.
    func setOutput(_ output: String, ofCell number: Int) {
        cells.withLock { cells in
            guard let index = cells.lastIndex(where: { $0.number == number }) else { return }
            cells[index].output = output
        }
    }

    /// Returns the cells that somebody asks for, the oldest first.
    func cells(_ access: HistoryRequest.Access) -> [Cell] {
        let cells = cells.withLock { $0 }
        switch access {
        case .range(let session, let start, let stop):
            guard session == 0 || session == Self.session else { return [] }
            return cells.filter { $0.number >= start && $0.number < stop ?? .max }
        case .tail(let count):
            return cells.suffix(max(0, count))
        case .search(let pattern, let count, let isUnique):
            let pattern = GlobPattern(pattern)
            let found = cells.filter { pattern.matches($0.input) }
            let candidates = isUnique ? Self.latestOfEach(found) : found
            return candidates.suffix(max(0, count ?? .max))
        }
    }

    /// Drops every cell whose source comes again later.
    private static func latestOfEach(_ cells: [Cell]) -> [Cell] {
        var seen: Set<String> = []
        return cells.reversed().filter { seen.insert($0.input).inserted }.reversed()
    }
}

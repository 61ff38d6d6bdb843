package import JupyterProtocol
internal import Synchronization

/// The history of cells: those of this session and, if they are stored, those of earlier sessions.
package final class History: Sendable {
    /// A cell of the history.
    package struct Cell: Sendable, Hashable {
        /// The number of its session.
        package let session: Int

        /// The number of the descriptor.
        package let number: Int

        /// The source of the cell.
        package let input: String

        /// Its result as text, or `nil` if there was none.
        package var output: String?

        /// Creates an entry.
        package init(session: Int, number: Int, input: String, output: String? = nil) {
            self.session = session
            self.number = number
            self.input = input
            self.output = output
        }
    }

    /// The stored history, or `nil` if the history is kept in memory only.
    private let store: HistoryStore?

    /// The number of this session.
    package let session: Int

    /// The cells of this session, in order.
    private let cells = Mutex<[Cell]>([])

    /// Begins a session.
    ///
    /// - Parameter path: the history file with the cells of all sessions, or `nil` for none. A file
    ///   that cannot be used is ignored.
    package init(keptAt path: String? = nil) {
        store = path.flatMap(HistoryStore.init(path:))
        session = store?.session ?? 1
    }

    /// Adds a cell that starts.
    package func append(_ input: String, number: Int) {
        cells.withLock {
            $0.append(Cell(session: session, number: number, input: input))
        }
        store?.append(input, number: number)
    }

    /// Adds the result of a cell that has finished.
    package func setOutput(_ output: String, ofCell number: Int) {
        cells.withLock { cells in
            guard let index = cells.lastIndex(where: { $0.number == number }) else { return }
            cells[index].output = output
        }
        store?.setOutput(output, ofCell: number)
    }

    /// Returns the requested cells, the oldest first.
    package func cells(_ access: HistoryRequest.Access) -> [Cell] {
        switch access {
        case .range(let session, let start, let stop):
            return cells(ofSession: session, from: start, upTo: stop ?? .max)
        case .tail(let count):
            return latest(count) { _ in true }
        case .search(let pattern, let count, let isUnique):
            let pattern = GlobPattern(pattern)
            var seen: Set<String> = []
            return latest(count ?? .max) { input in
                pattern.matches(input) && (!isUnique || seen.insert(input).inserted)
            }
        }
    }

    /// Returns the cells of a session with numbers in a range; zero and negative sessions count
    /// back from this one.
    private func cells(ofSession number: Int, from start: Int, upTo stop: Int) -> [Cell] {
        let number = number > 0 ? number : session + number
        guard number != session else {
            return cells.withLock { $0 }.filter { $0.number >= start && $0.number < stop }
        }
        return store?.cells(ofSession: number, from: start, upTo: stop).map(Cell.init(kept:)) ?? []
    }

    /// Returns the latest cells whose sources satisfy a condition, which is evaluated from the
    /// latest on.
    ///
    /// Cells of this session come from memory, which also has those that could not be written.
    private func latest(_ count: Int, where isWanted: (String) -> Bool) -> [Cell] {
        guard count > 0 else { return [] }
        var found: [Cell] = []
        for cell in cells.withLock({ $0 }).reversed() where found.count < count {
            if isWanted(cell.input) { found.append(cell) }
        }
        let earlier =
            store?.latest(count - found.count) { $0.session != session && isWanted($0.input) } ?? []
        return earlier.map(Cell.init(kept:)) + found.reversed()
    }
}

extension History.Cell {
    /// Creates a cell from a stored row.
    fileprivate init(kept row: HistoryStore.Row) {
        self.init(session: row.session, number: row.number, input: row.input, output: row.output)
    }
}

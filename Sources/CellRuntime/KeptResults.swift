internal import Synchronization

/// The values that the last cells ended in, by the numbers of the cells.
///
/// They are a part of the session's memory: where a cell fails or is undone, its value is gone as well.
final class KeptResults: Sendable {
    /// The values of this process.
    static let shared = KeptResults()

    /// Values, in the order in which they came.
    // Unchecked: values of any type, which only the cells' own code looks at.
    private struct Entries: @unchecked Sendable {
        /// The values with their cells.
        var list: [(cell: Int, value: Any)] = []
    }

    /// The values.
    private let entries = Mutex(Entries())

    /// Keeps a value, and no more than a number of values.
    func keep(_ value: Any, ofCell cell: Int, atMost limit: Int) {
        let entry = Entry(value: value)
        let forgotten = entries.withLock { entries in
            var forgotten = Entries()
            forgotten.list = entries.list.filter { $0.cell == cell }
            entries.list.removeAll { $0.cell == cell }
            entries.list.append((cell, entry.value))
            let excess = max(entries.list.count - limit, 0)
            forgotten.list += entries.list.prefix(excess)
            entries.list.removeFirst(excess)
            return forgotten
        }
        // Outside of the lock: the end of a value may run any code.
        _ = forgotten
    }

    /// Returns the value that a cell ended in.
    func value(ofCell cell: Int) -> Any? {
        entries.withLock { entries in
            Entry(value: entries.list.first { $0.cell == cell }?.value as Any)
        }.value
    }

    /// A value on its way through the lock.
    // Unchecked: as above.
    private struct Entry: @unchecked Sendable {
        let value: Any
    }
}

/// The limits on kept results of cells.
public struct ResultKeeping: Sendable, Hashable {
    /// The number of the cell under way.
    public let cell: Int

    /// The maximum number of kept values.
    public let limit: Int

    /// Names the cell under way and a number of values.
    public init(cell: Int, limit: Int) {
        self.cell = cell
        self.limit = limit
    }
}

/// Returns the value that a cell ended in; Unroll puts the call in place of `Out[…]`.
public func _result<Value>(_ cell: Int, as type: Value.Type) -> Value {
    guard let value = KeptResults.shared.value(ofCell: cell) as? Value else {
        fatalError("the result of cell \(cell) is not kept any longer")
    }
    return value
}

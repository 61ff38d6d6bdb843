internal import JupyterProtocol
internal import Synchronization

/// A subshell, whose cells run one after the other beside those of the main shell.
///
/// - Source: JEP 91.
final class Subshell: Sendable {
    /// The state of the subshell.
    private struct State {
        /// The execution count.
        var count = 0
        /// The number of cells that have arrived, and of those that have ended.
        var arrived = 0
        var ended = 0
        /// The tasks that wait for their turn, by the number of their cell.
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        /// Indicates whether the user knows that changes are dropped.
        var hasExplained = false
    }

    /// The identifier.
    let identifier: String

    /// The state.
    private let state = Mutex(State())

    /// Creates a subshell.
    init(_ identifier: String) { self.identifier = identifier }

    /// Reserves the next turn, in the order of the calls.
    func reserveTurn() -> Int {
        state.withLock { state in
            defer { state.arrived += 1 }
            return state.arrived
        }
    }

    /// Waits for a reserved turn, and runs a cell.
    func run(at turn: Int, _ work: () async -> Void) async {
        await withCheckedContinuation { continuation in
            let isNext = state.withLock { state in
                guard state.ended < turn else { return true }
                state.waiting[turn] = continuation
                return false
            }
            if isNext { continuation.resume() }
        }
        await work()
        let next = state.withLock { state in
            state.ended += 1
            return state.waiting.removeValue(forKey: state.ended)
        }
        next?.resume()
    }

    /// Returns the execution count of a cell, which is counted if it is to be stored.
    func number(of request: ExecuteRequest?) -> Int {
        state.withLock { state in
            if request?.storesHistory == true { state.count += 1 }
            return state.count
        }
    }

    /// Returns whether the user has still to be told that changes are dropped, and notes it.
    func explains() -> Bool {
        state.withLock { state in
            defer { state.hasExplained = true }
            return !state.hasExplained
        }
    }
}

/// The subshells of a kernel.
final class Subshells: Sendable {
    /// The subshells, in the order of their creation.
    private let all = Mutex<[Subshell]>([])

    /// The identifiers of the subshells.
    var identifiers: [String] { all.withLock { $0.map(\.identifier) } }

    /// Creates a subshell.
    func create() -> Subshell {
        let subshell = Subshell(UniqueIdentifier.random())
        all.withLock { $0.append(subshell) }
        return subshell
    }

    /// Removes a subshell; returns whether there was one.
    func remove(_ identifier: String) -> Bool {
        all.withLock { all in
            let count = all.count
            all.removeAll { $0.identifier == identifier }
            return all.count < count
        }
    }

    /// Returns a subshell, or `nil` if there is none with this identifier.
    subscript(identifier: String) -> Subshell? {
        all.withLock { $0.first { $0.identifier == identifier } }
    }
}

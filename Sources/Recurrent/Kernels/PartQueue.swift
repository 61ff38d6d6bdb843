internal import Synchronization

/// A queue of the parts of some work that no thread is processing, each with its next round.
///
/// Every part goes through its rounds in order. A thread that has finished a round takes the part
/// that has waited longest, so that all parts advance evenly, whatever the speed of the threads.
final class PartQueue: Sendable {
    /// A round of a part.
    struct Turn: Sendable, Hashable {
        /// The part.
        let part: Int
        /// The round, counted from 0.
        let round: Int
    }

    /// The waiting turns, the next one first.
    private let turns: Mutex<[Turn]>

    /// The number of rounds of every part.
    private let rounds: Int

    /// Creates a queue with the first round of every part.
    init(parts: Int, rounds: Int) {
        self.rounds = rounds
        turns = Mutex((0..<parts).map { Turn(part: $0, round: 0) })
    }

    /// Returns the next turn after a finished one, or `nil` if the other threads process the rest.
    func next(after done: Turn?) -> Turn? {
        turns.withLock { turns in
            if let done, done.round + 1 < rounds {
                turns.append(Turn(part: done.part, round: done.round + 1))
            }
            return turns.isEmpty ? nil : turns.removeFirst()
        }
    }
}

internal import Synchronization

/// The parts of some work that no thread is at, each with the round that comes next.
///
/// Every part goes through its rounds in order. Who has done a round takes the part that has waited
/// longest, so that all of them come forward evenly, however fast each thread is.
final class PartQueue: Sendable {
    /// A round of a part.
    struct Turn: Sendable, Hashable {
        /// The part.
        let part: Int
        /// The round, counted from 0.
        let round: Int
    }

    /// The turns that nobody has taken, the next one first.
    private let turns: Mutex<[Turn]>

    /// How many rounds every part goes through.
    private let rounds: Int

    /// Begins with the first round of every part.
    init(parts: Int, rounds: Int) {
        self.rounds = rounds
        turns = Mutex((0..<parts).map { Turn(part: $0, round: 0) })
    }

    /// Returns the next turn, after one that has been done; nil where the other threads have the rest.
    func next(after done: Turn?) -> Turn? {
        turns.withLock { turns in
            if let done, done.round + 1 < rounds {
                turns.append(Turn(part: done.part, round: done.round + 1))
            }
            return turns.isEmpty ? nil : turns.removeFirst()
        }
    }
}

/// Results that are made once for each key; requests for one that is being made wait for it.
///
/// A task and its memory are let go when it has ended.
struct SharedResults<Key: Hashable & Sendable, Result: Sendable> {
    /// The results so far.
    private var finished: [Key: Result] = [:]

    /// The tasks that make results, with a number each.
    private var running: [Key: (number: Int, task: Task<Result, any Error>)] = [:]

    /// The number of tasks so far.
    private var count = 0

    /// Creates an empty collection.
    init() {}

    /// The result of a key, or `nil` if there is none yet.
    subscript(key: Key) -> Result? { finished[key] }

    /// Returns the task that makes the result of a key, and starts it if there is none.
    mutating func task(
        for key: Key, _ start: () -> Task<Result, any Error>
    ) -> (number: Int, task: Task<Result, any Error>) {
        if let known = running[key] { return known }
        count += 1
        let new = (count, start())
        running[key] = new
        return new
    }

    /// Handles the end of a task.
    ///
    /// - Parameter result: the result to keep, or `nil` if it has to be made again next time.
    mutating func end(_ number: Int, for key: Key, keeping result: Result?) {
        guard running[key]?.number == number else { return }
        running[key] = nil
        finished[key] = result
    }
}

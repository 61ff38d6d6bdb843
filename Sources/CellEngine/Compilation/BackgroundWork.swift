/// Background work that runs in order, one piece after the other.
struct BackgroundWork: Sendable {
    /// The priority of the work.
    private let priority: TaskPriority

    /// The task of the last piece.
    private var last: Task<Void, Never>?

    /// Creates a queue without work.
    init(priority: TaskPriority) { self.priority = priority }

    /// Indicates whether no work has been added yet.
    var isUnused: Bool { last == nil }

    /// Adds a piece of work.
    mutating func add(_ piece: @escaping @Sendable () -> Void) {
        let before = last
        last = Task.detached(priority: priority) {
            await before?.value
            piece()
        }
    }

    /// Waits until all added work is done.
    func wait() async { await last?.value }
}

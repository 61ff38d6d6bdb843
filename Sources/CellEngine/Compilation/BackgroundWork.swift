/// Work that nobody waits for while a cell runs, done one piece after the other.
struct BackgroundWork: Sendable {
    /// How much the pieces matter beside what else there is to do.
    private let priority: TaskPriority

    /// The piece that was added last.
    private var last: Task<Void, Never>?

    /// Begins with nothing to do.
    init(priority: TaskPriority) { self.priority = priority }

    /// Whether nothing has been added yet.
    var isUnused: Bool { last == nil }

    /// Adds a piece.
    mutating func add(_ piece: @escaping @Sendable () -> Void) {
        let before = last
        last = Task.detached(priority: priority) {
            await before?.value
            piece()
        }
    }

    /// Waits until every piece that has been added is done.
    func wait() async { await last?.value }
}

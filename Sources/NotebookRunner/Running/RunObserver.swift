public import NotebookDocument

/// An observer of a run.
public struct RunObserver: Sendable {
    /// Receives an event when it happens.
    public var didHappen: @Sendable (RunEvent) -> Void

    /// Saves the notebook so far; called occasionally during a long run.
    public var keep: @Sendable (Notebook) -> Void

    /// Creates an observer; by default it does nothing.
    public init(
        didHappen: @escaping @Sendable (RunEvent) -> Void = { _ in },
        keep: @escaping @Sendable (Notebook) -> Void = { _ in }
    ) {
        self.didHappen = didHappen
        self.keep = keep
    }
}

public import NotebookDocument

/// Who watches a run.
public struct RunObserver: Sendable {
    /// Hears what happens, as it does.
    public var didHappen: @Sendable (RunEvent) -> Void

    /// Keeps the notebook as far as it has come; called now and then during a long run.
    public var keep: @Sendable (Notebook) -> Void

    /// Makes an observer; by default it does nothing.
    public init(
        didHappen: @escaping @Sendable (RunEvent) -> Void = { _ in },
        keep: @escaping @Sendable (Notebook) -> Void = { _ in }
    ) {
        self.didHappen = didHappen
        self.keep = keep
    }
}

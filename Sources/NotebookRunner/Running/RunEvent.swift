/// An event during a run, for observers.
public enum RunEvent: Sendable, Hashable {
    /// A cell has started.
    case began(CellReport)
    /// A cell has ended.
    case ended(CellReport)
    /// A warning, in a sentence.
    case warning(String)
}

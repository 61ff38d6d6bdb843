/// Something that happens during a run, for those who watch it.
public enum RunEvent: Sendable, Hashable {
    /// A cell begins to run.
    case began(CellReport)
    /// A cell has ended.
    case ended(CellReport)
    /// Something is odd, but no reason to stop; a sentence.
    case warning(String)
}

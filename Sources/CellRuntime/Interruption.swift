/// Indicates whether the user has interrupted the cell.
///
/// A loop that checks this and then returns keeps its results: if the cell ends by itself, its
/// changes stay and it is marked as interrupted. A cell that does not end by itself is rolled back
/// a moment later.
public var isInterrupted: Bool {
    let host = CellEnvironment.host
    guard host.isInterruptionRequested else { return false }
    host.acknowledgeInterruption()
    return true
}

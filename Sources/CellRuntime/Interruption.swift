/// Whether the person has asked the cell to end.
///
/// A loop that asks and then returns what it has keeps it: where the cell ends by itself, everything
/// that it made stays, and the cell is marked as interrupted. A cell that does not end by itself is
/// rolled back a moment later.
public var isInterrupted: Bool {
    let host = CellEnvironment.host
    guard host.isInterruptionRequested else { return false }
    host.acknowledgeInterruption()
    return true
}

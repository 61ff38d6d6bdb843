/// Which of a line's points get a marker.
public enum Markers: Sendable, Hashable {
    /// All where they are few, some where series must be told apart, none on a lonely long line.
    case automatic
    /// None.
    case none
    /// All.
    case all
}

/// The choice of a line's points with markers.
public enum Markers: Sendable, Hashable {
    /// All points if they are few, some if series must be distinguished, none on a single long
    /// line.
    case automatic
    /// No points.
    case none
    /// All points.
    case all
}

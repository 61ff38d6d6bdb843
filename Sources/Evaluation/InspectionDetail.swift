/// How much a person wants to know of something.
public enum InspectionDetail: Sendable, Hashable {
    /// How it is declared, and its documentation.
    case documentation
    /// Also its source, where that is known.
    case source
}

/// The level of detail of an inspection.
public enum InspectionDetail: Sendable, Hashable {
    /// The declaration and its documentation.
    case documentation
    /// Also the source, if it is available.
    case source
}

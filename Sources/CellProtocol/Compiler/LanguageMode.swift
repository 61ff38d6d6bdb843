/// A language mode of the compiler, which determines the rules that it enforces and the answers of
/// `#if swift`.
public enum LanguageMode: Int, Codable, Sendable, Hashable, CaseIterable {
    /// Swift 5, with the features of the next mode that do not affect ordinary cells.
    case five = 5
    /// Swift 6, in which data races are errors.
    case six = 6
}

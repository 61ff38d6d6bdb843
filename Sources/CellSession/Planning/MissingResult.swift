/// Why the value that a cell ended in cannot be had.
package enum MissingResult: Sendable, Hashable {
    /// No cell has ended in a value yet.
    case noneYet
    /// The cell is a part of the session, and ended in no value.
    case endedInNone
    /// The cell has ended in a value, which is not kept any longer.
    case forgotten
    /// The session has no such cell.
    case notRun
    /// The type of the value cannot be written in another cell.
    case privateType

    /// Says it of the last value.
    private var sentenceAboutTheLast: String {
        switch self {
        case .privateType:
            "the type of the last result is private to its cell; give the value a name there"
        case .forgotten: "no results are kept; '%set kept-results 100' keeps them from now on"
        default: "no cell of this session has ended in a value yet"
        }
    }

    /// Says it of a cell; nil stands for the last one that ended in a value.
    func sentence(about cell: Int?) -> String {
        guard let cell else { return sentenceAboutTheLast }
        return switch self {
        case .noneYet, .endedInNone:
            "cell \(cell) ended in no value, so that Out[\(cell)] names nothing"
        case .forgotten:
            "the result of cell \(cell) is not kept any longer; '%set kept-results' keeps more"
        case .notRun:
            "there is no Out[\(cell)]: cell \(cell) has not run in this session, has failed, or was undone"
        case .privateType:
            "the type of Out[\(cell)] is private to cell \(cell); give the value a name there"
        }
    }
}

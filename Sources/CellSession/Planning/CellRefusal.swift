/// The error thrown when a cell is rejected before it is compiled.
package enum CellRefusal: Error, Sendable, Equatable {
    /// A variable is used before its declaration, where it has no value yet.
    case usedBeforeDeclaration(name: String, offset: Int, line: Int)
    /// The source contains a null character.
    case holdsNull(offset: Int)
    /// Brackets are nested too deeply, from this offset on.
    case nestedTooDeep(offset: Int)

    /// The value is mentioned that a cell ended in, and cannot be had.
    case noResult(cell: Int?, because: MissingResult, offset: Int)

    /// The offset of the problem in the cell's source, in UTF-8 bytes.
    package var offset: Int {
        switch self {
        case .usedBeforeDeclaration(_, let offset, _), .holdsNull(let offset),
            .nestedTooDeep(let offset), .noResult(_, _, let offset):
            offset
        }
    }

    /// The problem, in a sentence.
    package var message: String {
        switch self {
        case .usedBeforeDeclaration(let name, _, let line):
            "'\(name)' is used before it has a value: it is declared on line \(line)"
        case .holdsNull:
            "the cell holds a NUL character, which cannot be a part of Swift source; delete it"
        case .nestedTooDeep:
            "brackets lie too deep in one another here; give an inner part a name of its own"
        case .noResult(let cell, let cause, _): cause.sentence(about: cell)
        }
    }
}

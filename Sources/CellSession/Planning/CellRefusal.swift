/// Why a cell is refused before the compiler sees it.
package enum CellRefusal: Error, Sendable, Equatable {
    /// A variable is used above the line that declares it, where it has no value yet.
    case usedBeforeDeclaration(name: String, offset: Int, line: Int)
    /// The source holds a character that no source may hold.
    case holdsNull(offset: Int)
    /// Brackets lie too deep in one another, from this one on.
    case nestedTooDeep(offset: Int)

    /// Where the problem lies in the cell's source, in UTF-8 bytes.
    package var offset: Int {
        switch self {
        case .usedBeforeDeclaration(_, let offset, _), .holdsNull(let offset),
            .nestedTooDeep(let offset):
            offset
        }
    }

    /// What is wrong, in a sentence.
    package var message: String {
        switch self {
        case .usedBeforeDeclaration(let name, _, let line):
            "'\(name)' is used before it has a value: it is declared on line \(line)"
        case .holdsNull:
            "the cell holds a NUL character, which cannot be a part of Swift source; delete it"
        case .nestedTooDeep:
            "brackets lie too deep in one another here; give an inner part a name of its own"
        }
    }
}

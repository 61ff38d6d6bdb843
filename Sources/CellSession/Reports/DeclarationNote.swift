package import CellProtocol

/// A note on a declaration that has no place in a source file: the compiler has read it from a
/// module, and names the module, the types around it and the declaration at the end of the
/// message.
///
/// Such declarations are the private ones of other cells, those that the compiler has written, and
/// those of libraries.
package struct DeclarationNote {
    /// What the note says, without the declaration.
    package let text: String

    /// The name of the module.
    package let module: Substring

    /// The names of the types around the declaration, and its own.
    package let path: [Substring]

    /// Reads a diagnostic; returns `nil` if it is no note or does not end with a declaration.
    package init?(of diagnostic: Diagnostic) {
        let message = diagnostic.message
        guard diagnostic.severity == .note, message.last == ")",
            let start = message.lastIndex(of: "("), message[..<start].last == " "
        else { return nil }
        let names = message[start...].dropFirst().dropLast().split(
            separator: ".", omittingEmptySubsequences: false)
        guard names.count > 1, let module = names.first,
            names.allSatisfy({ !$0.isEmpty && !$0.contains { " ()':,".contains($0) } })
        else { return nil }
        text = String(message[..<start].dropLast())
        self.module = module
        path = Array(names.dropFirst())
    }

    /// Returns the number of the line that declares it, starting at one, or that of the innermost
    /// type around it if none does.
    package func line(in lines: [Substring]) -> Int? {
        var found: Int?
        var place = Array(lines.indices)
        for name in path {
            guard let next = place.first(where: { Self.declares(name, lines[$0]) }) else { break }
            found = next + 1
            place = Self.members(ofTypeAt: next, in: lines)
        }
        return found
    }

    /// Returns the lines on which a type's own members begin, and not those of types in it.
    private static func members(ofTypeAt start: Int, in lines: [Substring]) -> [Int] {
        var members: [Int] = []
        var (depth, isOpen) = (0, false)
        for index in lines.indices[start...] {
            if index == start || depth == 1 { members.append(index) }
            let opening = lines[index].count { $0 == "{" }
            isOpen = isOpen || opening > 0
            depth += opening - lines[index].count { $0 == "}" }
            if isOpen, depth <= 0 { break }
        }
        return members
    }

    /// Returns whether a line of code declares a name.
    private static func declares(_ name: Substring, _ line: Substring) -> Bool {
        let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        guard let place = words.firstIndex(of: name) else { return false }
        if ["init", "subscript", "deinit"].contains(name) { return true }
        return words[..<place].contains { Self.introducers.contains($0) }
    }

    /// The keywords that stand before a declared name.
    private static let introducers: Set<Substring> = [
        "actor", "associatedtype", "case", "class", "enum", "extension", "func", "let", "macro",
        "protocol", "struct", "typealias", "var",
    ]
}

/// The names of a session's cells for the user.
package struct CellNames: Sendable {
    /// The number of each module's cell.
    private var numbers: [ModuleName: Int] = [:]

    /// The source of each module's cell, by line.
    private var lines: [ModuleName: [Substring]] = [:]

    /// Creates an empty collection of names.
    package init() {}

    /// Records the cell of a module.
    package mutating func note(_ module: ModuleName, number: Int, code: String) {
        numbers[module] = number
        lines[module] = code.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Returns the name of a module's cell.
    package func name(of module: ModuleName) -> String {
        numbers[module].map { "cell \($0)" } ?? "an earlier cell"
    }

    /// Returns a line of a cell, or `nil` if there is no line of that number, starting at one.
    package func line(_ number: Int, of module: ModuleName) -> Substring? {
        guard let lines = lines[module], lines.indices.contains(number - 1) else { return nil }
        let line = lines[number - 1]
        return line.hasSuffix("\r") ? line.dropLast() : line
    }

    /// Returns the cell's module with a name, and its lines; returns `nil` if it is not that of a
    /// cell.
    package func cell(named name: Substring) -> (module: ModuleName, lines: [Substring])? {
        guard name.hasPrefix(ModuleName.prefix) else { return nil }
        let module = ModuleName(name)
        return lines[module].map { (module, $0) }
    }

    /// Returns the module whose lines have a file name for the compiler.
    package func module(ofFile file: String) -> ModuleName? {
        guard file.hasPrefix(ModuleName.prefix), file.hasSuffix(".swift") else { return nil }
        let module = ModuleName(file.dropLast(6))
        return numbers[module] == nil ? nil : module
    }
}

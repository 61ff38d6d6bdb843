/// What the person calls the cells of a session.
package struct CellNames: Sendable {
    /// The number of each module's cell.
    private var numbers: [ModuleName: Int] = [:]

    /// The source of each module's cell, line by line.
    private var lines: [ModuleName: [Substring]] = [:]

    /// Begins with no cells.
    package init() {}

    /// Notes the cell of a module.
    package mutating func note(_ module: ModuleName, number: Int, code: String) {
        numbers[module] = number
        lines[module] = code.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Returns what a person calls the cell of a module.
    package func name(of module: ModuleName) -> String {
        numbers[module].map { "cell \($0)" } ?? "an earlier cell"
    }

    /// Returns a line of a cell, counted from one; nothing, where it has none of the number.
    package func line(_ number: Int, of module: ModuleName) -> Substring? {
        guard let lines = lines[module], lines.indices.contains(number - 1) else { return nil }
        let line = lines[number - 1]
        return line.hasSuffix("\r") ? line.dropLast() : line
    }

    /// Returns the module whose lines the compiler knows under the name of a file.
    package func module(ofFile file: String) -> ModuleName? {
        guard file.hasPrefix(ModuleName.prefix), file.hasSuffix(".swift") else { return nil }
        let module = ModuleName(file.dropLast(6))
        return numbers[module] == nil ? nil : module
    }
}

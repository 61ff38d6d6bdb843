package import CellProtocol

/// Where in the cells' code a process was when it ended.
package struct StackTrace {
    /// A call in a cell.
    package struct Call: Hashable {
        /// The cell.
        package let module: ModuleName
        /// The line, counted from one.
        package let line: Int
        /// The column, counted from one.
        package let column: Int
        /// The function's name; empty at the top level.
        package let function: String
    }

    /// The calls in cells, the innermost first.
    package private(set) var calls: [Call] = []

    /// What the runtime would have said, where the compiler only left it in the table of lines.
    package private(set) var runtimeFailure: String?

    /// Reads what the program says that maps addresses to lines.
    ///
    /// - Parameter output: for each call a line with the function and one with the place.
    package init(reading output: String) { read(output) }

    /// The questions to that program: one for each frame that lies in a cell.
    ///
    /// - Parameter cellObject: the object of the cell that ran, for frames that name none.
    package static func queries(
        for frames: [CrashReport.Frame], cellObject: String
    ) -> [String] {
        frames.compactMap { frame -> String? in
            let object = frame.object.isEmpty ? cellObject : frame.object
            guard Self.isCell(object) else { return nil }
            return "\"\(object)\" 0x\(String(frame.offset, radix: 16))"
        }
    }

    /// Whether an object is that of a cell.
    private static func isCell(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return name.hasPrefix(ModuleName.prefix) && name.hasSuffix(".so")
    }

    /// Reads pairs of lines.
    private mutating func read(_ output: String) {
        let lines = output.split(separator: "\n", omittingEmptySubsequences: true)
        var index = 0
        while index + 1 < lines.count {
            take(function: lines[index], place: lines[index + 1])
            index += 2
        }
    }

    /// Takes one call.
    private mutating func take(function: Substring, place: Substring) {
        let failure = "Swift runtime failure: "
        if function.hasPrefix(failure) {
            if runtimeFailure == nil { runtimeFailure = String(function.dropFirst(failure.count)) }
            return
        }
        let parts = place.split(separator: ":")
        guard parts.count >= 3, let line = Int(parts[parts.count - 2]), line > 0,
            let file = parts.dropLast(2).joined(separator: ":").split(separator: "/").last,
            let module = Self.module(ofFile: file)
        else { return }
        let call = Call(
            module: module, line: line, column: Int(parts[parts.count - 1]) ?? 0,
            function: Self.readable(String(function)))
        // A call that was inlined into itself, as in recursion, says nothing twice.
        if calls.last != call { calls.append(call) }
    }

    /// Returns the module whose source a file is; nothing, for files of others.
    ///
    /// In optimised cells, the lines of the top level are the person's and the file is not.
    private static func module(ofFile file: Substring) -> ModuleName? {
        guard file.hasPrefix(ModuleName.prefix), file.hasSuffix(".swift") else { return nil }
        let name = file.dropLast(6)
        return ModuleName(name.hasSuffix(".source") ? name.dropLast(7) : name)
    }

    /// Returns the name of a function; empty for the code of a cell's top level.
    private static func readable(_ function: String) -> String {
        function.hasSuffix("_main") || function == "main" || function == "??"
            || function.hasPrefix("$")
            ? "" : function
    }
}

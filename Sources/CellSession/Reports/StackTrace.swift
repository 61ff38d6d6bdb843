package import CellProtocol

/// The call stack of a process at its end, reduced to the cells' code.
package struct StackTrace {
    /// A call in a cell.
    package struct Call: Hashable {
        /// The source of the cell.
        package let module: ModuleName
        /// The line number, starting at one.
        package let line: Int
        /// The column, starting at one.
        package let column: Int
        /// The name of the function; empty at the top level.
        package let function: String
    }

    /// The calls in cells, the innermost first.
    package private(set) var calls: [Call] = []

    /// The failure message that the compiler has recorded only in the debug information.
    package private(set) var runtimeFailure: String?

    /// Parses the output of the symbolizer.
    ///
    /// - Parameter output: two lines per call: the function and the position.
    package init(reading output: String) { read(output) }

    /// Returns the symbolizer's queries: one per frame in a cell.
    ///
    /// - Parameter cellObject: the object of the cell that ran, for frames without an object.
    package static func queries(
        for frames: [CrashReport.Frame], cellObject: String
    ) -> [String] {
        frames.compactMap { frame -> String? in
            let object = frame.object.isEmpty ? cellObject : frame.object
            guard Self.isCell(object) else { return nil }
            return "\"\(object)\" 0x\(String(frame.offset, radix: 16))"
        }
    }

    /// Returns whether an object is that of a cell.
    private static func isCell(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return name.hasPrefix(ModuleName.prefix) && name.hasSuffix(".so")
    }

    /// Parses pairs of lines.
    private mutating func read(_ output: String) {
        let lines = output.split(separator: "\n", omittingEmptySubsequences: true)
        var index = 0
        while index + 1 < lines.count {
            take(function: lines[index], place: lines[index + 1])
            index += 2
        }
    }

    /// Adds a call.
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
        // A call inlined into itself, as in recursion, adds no information.
        if calls.last != call { calls.append(call) }
    }

    /// Returns the module of a source file, or `nil` if it is not a cell's.
    ///
    /// In optimized cells, the lines of the top level are attributed to the compiled file, with the
    /// user's line numbers.
    private static func module(ofFile file: Substring) -> ModuleName? {
        guard file.hasPrefix(ModuleName.prefix), file.hasSuffix(".swift") else { return nil }
        let name = file.dropLast(6)
        return ModuleName(name.hasSuffix(".source") ? name.dropLast(7) : name)
    }

    /// Returns the name of a function; empty for a cell's top level.
    private static func readable(_ function: String) -> String {
        function.hasSuffix("_main") || function == "main" || function == "??"
            || function.hasPrefix("$")
            ? "" : function
    }
}

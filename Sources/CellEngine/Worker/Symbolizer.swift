internal import CellProtocol
internal import CellSession
internal import Processes

/// The toolchain's program that maps addresses to lines.
struct Symbolizer {
    /// The path of the program; nil, where none is known.
    let program: String?

    /// Returns where in the cells' code some frames were; nil, where that cannot be found out.
    ///
    /// - Parameter object: the object of the cell that ran.
    func trace(of frames: [CrashReport.Frame], object: String) -> StackTrace? {
        guard let program else { return nil }
        let queries = StackTrace.queries(for: frames, cellObject: object)
        let arguments = ["--functions=short", "--inlining", "--no-demangle", "--output-style=LLVM"]
        guard !queries.isEmpty,
            let run = try? ProgramRun(
                program, arguments, input: queries.joined(separator: "\n") + "\n")
        else { return nil }
        return StackTrace(reading: run.output)
    }
}

internal import CellProtocol
internal import CellSession
internal import Processes

/// The toolchain's program that maps addresses to lines.
struct Symbolizer {
    /// The path of the program, or `nil` if it is not known.
    let program: String?

    /// Returns the positions of frames in the cells' code, or `nil` if they cannot be determined.
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

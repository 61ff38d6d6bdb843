import Files
import Processes
import TestSupport

/// A program that is compiled and run as one file.
enum WholeProgram {
    /// Runs a program, and returns its output, or the reason why it does not compile.
    static func run(_ program: String) async throws -> String {
        try await Blocking.run { try runAndWait(program) }
    }

    /// Runs a program, and waits until it has ended.
    private static func runAndWait(_ program: String) throws -> String {
        let folder = try TemporaryFolder(prefix: "whole-program-")
        defer { folder.remove() }
        try WholeFile.write((program + "\n").utf8, to: "\(folder.path)/main.swift")
        let compile = "swiftc -Onone -suppress-warnings \(features) main.swift -lm -o program 2>&1"
        let run = try ProgramRun(
            "/bin/sh", ["-c", "cd \(folder.path) && \(compile) && ./program"], limit: .seconds(300))
        // In cells, types are shown without a module.
        return run.output.replacing("program.", with: "")
    }

    /// The features that cells enable beyond the language mode.
    private static let features = "-enable-bare-slash-regex"
}

import Dispatch
import Files
import Glibc
import Processes
import Testing

/// A program that is compiled and run as one file.
enum WholeProgram {
    /// Runs a program, and returns its output, or the reason why it does not compile.
    static func run(_ program: String) async throws -> String {
        // Not on a thread of the tests, which are few.
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try runAndWait(program) })
            }
        }
    }

    /// Runs a program, and waits until it has ended.
    private static func runAndWait(_ program: String) throws -> String {
        let folder = try TemporaryFolder(prefix: "whole-program-")
        defer { folder.remove() }
        let file = try #require(fopen("\(folder.path)/main.swift", "w"))
        fputs(program + "\n", file)
        fclose(file)
        let compile = "swiftc -Onone -suppress-warnings \(features) main.swift -o program 2>&1"
        let pipe = try #require(popen("cd \(folder.path) && \(compile) && ./program", "r"))
        defer { pclose(pipe) }
        var bytes: [UInt8] = []
        while case let byte = fgetc(pipe), byte != EOF {
            bytes.append(UInt8(truncatingIfNeeded: byte))
        }
        // In cells, types are shown without a module.
        return String(decoding: bytes, as: UTF8.self).replacing("program.", with: "")
    }

    /// The features that cells enable beyond the language mode.
    private static let features = "-enable-bare-slash-regex"
}

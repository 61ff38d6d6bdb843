internal import CSourceKit
internal import Glibc
internal import JSON

/// The compiler as a library that stays loaded: sourcekitd, which is part of every toolchain.
///
/// Calls block, and can be made from several threads at once.
final class SourceKit: Sendable {
    // Unchecked: the library synchronizes itself, and the handle is set once.
    /// The loaded library.
    private nonisolated(unsafe) let kit: csourcekit_t

    /// Loads the library.
    ///
    /// - Throws: `CompilerError.sourceKit` if it is missing or lacks a function.
    init(path: String) throws(CompilerError) {
        var problem: UnsafeMutablePointer<CChar>?
        guard let kit = csourcekit_load(path, &problem) else {
            throw .sourceKit(operation: "load \(path)", cause: Self.take(problem))
        }
        self.kit = kit
    }

    /// Sets optimizer options, and returns whether that succeeded.
    func setOptimizerOptions(_ options: [String]) -> Bool {
        // The first argument is the name of the program.
        let pointers = (["cell-compiler"] + options).map { strdup($0) }
        defer { pointers.forEach { free($0) } }
        return pointers.map { UnsafePointer($0) }.withUnsafeBufferPointer { pointers in
            csourcekit_set_llvm_options(kit, Int32(pointers.count), pointers.baseAddress) != 0
        }
    }

    /// Sends a request and returns the response.
    ///
    /// - Throws: `CompilerError.sourceKit` if the library rejects the request.
    func send(_ request: SourceKitRequest) throws(CompilerError) -> JSONValue {
        var problem: UnsafeMutablePointer<CChar>?
        let response = csourcekit_send(kit, request.yaml, &problem)
        return try read(response, problem, operation: "answer \(request.name)")
    }

    /// Sends a completion request, and returns the candidates that begin with the typed text.
    ///
    /// - Throws: `CompilerError.sourceKit` if the library rejects the request.
    func candidates(
        _ request: SourceKitRequest, beginningWith typed: String
    ) throws(CompilerError) -> [JSONValue] {
        var problem: UnsafeMutablePointer<CChar>?
        let response = csourcekit_send_for_candidates(kit, request.yaml, typed, &problem)
        return try read(response, problem, operation: "answer \(request.name)").array ?? []
    }

    /// Takes ownership of a response that the shim has allocated, or throws its problem.
    private func read(
        _ response: UnsafeMutablePointer<CChar>?, _ problem: UnsafeMutablePointer<CChar>?,
        operation: String
    ) throws(CompilerError) -> JSONValue {
        defer { free(response) }
        guard let response else {
            throw .sourceKit(operation: operation, cause: Self.take(problem))
        }
        do throws(JSONParsingError) {
            return try JSONValue(parsing: String(cString: response))
        } catch {
            throw .sourceKit(operation: operation, cause: error.description)
        }
    }

    /// Takes ownership of a message that the shim has allocated.
    private static func take(_ message: UnsafeMutablePointer<CChar>?) -> String {
        guard let message else { return "no reason given" }
        defer { free(message) }
        return String(cString: message)
    }
}

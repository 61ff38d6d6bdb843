import Dispatch

/// Work that blocks its thread.
///
/// The threads of asynchronous code are as few as processors. Two tests that block one each, and wait
/// for something that a third thread should do, would wait forever.
public enum Blocking {
    /// Runs work on a thread that no other test needs, and returns its result.
    public static func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
        }
    }
}

public import Testing

/// A trait of tests that use something of which the process has only one, such as the host of cells.
///
/// Tests with the trait run one after the other, across all suites that use the same thing.
public struct ExclusiveTrait: SuiteTrait, TestTrait, TestScoping {
    /// The lock of the thing.
    private let lock = Lock()

    /// Applies the trait to each test of a suite.
    public var isRecursive: Bool { true }

    /// Runs a test while no other test with the trait runs.
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        await lock.acquire()
        do {
            try await function()
            await lock.release()
        } catch {
            await lock.release()
            throw error
        }
    }

    /// A lock whose waiting tasks occupy no thread.
    fileprivate actor Lock {
        /// Indicates whether a test holds the lock.
        private var isHeld = false

        /// The waiting tests, the first one first.
        private var waiting: [CheckedContinuation<Void, Never>] = []

        /// Waits until no test holds the lock, and takes it.
        func acquire() async {
            guard isHeld else { return isHeld = true }
            await withCheckedContinuation { waiting.append($0) }
        }

        /// Hands the lock to the next test.
        func release() {
            if waiting.isEmpty { isHeld = false } else { waiting.removeFirst().resume() }
        }
    }

    /// The trait of tests that install a host of cells; it is one value, and so is its lock.
    fileprivate static let host = ExclusiveTrait()

    private init() {}
}

extension Trait where Self == ExclusiveTrait {
    /// The tests install a host of cells, of which the process has only one.
    public static var usesHostOfCells: ExclusiveTrait { .host }
}

public import Display
internal import Synchronization

/// The host of code outside a kernel: it prints plain text and reads standard input.
public final class StandaloneHost: CellHost {
    /// The number of display IDs created.
    private let displayCount = Mutex(0)

    /// Creates a host.
    public init() {}

    /// Prints the plain text.
    public func display(_ bundle: MIMEBundle, id: String?) { show(bundle) }

    /// Prints the plain text of the replacement.
    public func replaceDisplay(_ bundle: MIMEBundle, id: String) { show(bundle) }

    /// Does nothing: printed text stays.
    public func clearOutput(waitsForNext: Bool) {}

    /// Prints the plain text.
    public func showResult(_ bundle: MIMEBundle, type: String?) { show(bundle) }

    /// Prints the prompt and reads a line from standard input.
    public func readLine(prompt: String, isPassword: Bool) -> String? {
        print(prompt, terminator: "")
        return Swift.readLine()
    }

    /// Returns the next of a sequence of IDs.
    public func makeDisplayID() -> String {
        displayCount.withLock { count in
            count += 1
            return "display-\(count)"
        }
    }

    /// Always false: printed text cannot be replaced.
    public var showsProgress: Bool { false }

    /// Always false: an interrupt ends an ordinary process.
    public var isInterruptionRequested: Bool { false }

    /// Does nothing: a script ends with its process.
    public func cellDidEnd() {}

    /// Does nothing.
    public func acknowledgeInterruption() {}

    /// Prints the plain text of a bundle.
    private func show(_ bundle: MIMEBundle) {
        let types = bundle.representations.map(\.type.rawValue)
        print(bundle.plainText ?? types.joined(separator: " "))
    }
}

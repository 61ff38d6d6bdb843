public import Display
internal import Synchronization

/// The host of code that no kernel runs: plain text on standard output, lines from standard input.
public final class StandaloneHost: CellHost {
    /// How many display ids have been given out.
    private let displayCount = Mutex(0)

    /// Makes a host.
    public init() {}

    /// Prints the plain text.
    public func display(_ bundle: MIMEBundle, id: String?) { show(bundle) }

    /// Prints the plain text that replaces what was printed before.
    public func replaceDisplay(_ bundle: MIMEBundle, id: String) { show(bundle) }

    /// Does nothing: what is printed stays.
    public func clearOutput(waitsForNext: Bool) {}

    /// Prints the plain text.
    public func showResult(_ bundle: MIMEBundle) { show(bundle) }

    /// Prints the prompt and reads a line from standard input.
    public func readLine(prompt: String, isPassword: Bool) -> String? {
        print(prompt, terminator: "")
        return Swift.readLine()
    }

    /// Returns the next of a row of ids.
    public func makeDisplayID() -> String {
        displayCount.withLock { count in
            count += 1
            return "display-\(count)"
        }
    }

    /// Always false: what is printed cannot be replaced.
    public var showsProgress: Bool { false }

    /// Always false: an interrupt ends a plain process.
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

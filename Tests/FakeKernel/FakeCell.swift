internal import Glibc
internal import JSON
internal import JupyterProtocol

/// A cell of a fake kernel: a verb with arguments on each line.
final class FakeCell {
    /// The kernel that runs the cell.
    private let kernel: FakeKernel

    /// The request to run the cell.
    private let message: Message

    /// Indicates whether the kernel sends no reply.
    private(set) var repliesNever = false

    /// Indicates whether the kernel does not report the idle status.
    private(set) var idlesNever = false

    /// The outcome of the cell.
    private var outcome = ExecuteReply.Outcome.succeeded(payloads: [], userExpressions: [])

    /// Creates a cell from a request.
    init(kernel: FakeKernel, message: Message) {
        self.kernel = kernel
        self.message = message
    }

    /// Executes the lines up to one that fails.
    func run(_ code: String) throws -> ExecuteReply.Outcome {
        for line in code.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            guard let verb = words.first, !verb.hasPrefix("#"), !verb.hasPrefix("//") else {
                continue
            }
            let rest = line.split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init)
            try perform(words[0], Array(words.dropFirst()), rest: rest ?? "")
            if case .failed = outcome { break }
        }
        return outcome
    }

    /// Executes a line.
    private func perform(_ verb: String, _ words: [String], rest: String) throws {
        switch verb {
        case "print": try stream(.standardOutput, rest + "\n")
        case "write": try stream(.standardOutput, try JSONValue(parsing: rest).string ?? "")
        case "warn": try stream(.standardError, rest + "\n")
        case "flood": for n in 0..<(Int(rest) ?? 0) { try stream(.standardOutput, "line \(n)\n") }
        case "record":
            let value: JSONValue = [
                "name": .string(words[0]), "value": try JSONValue(parsing: words[1]),
            ]
            try broadcast(
                DisplayData(data: ["application/vnd.unroll.value+json": value]),
                parent: message.header)
        case "bulk":
            try stream(
                .standardOutput,
                String(decoding: [UInt8](repeating: 0x78, count: Int(rest) ?? 0), as: UTF8.self))
        case "spam": try spam(isDeaf: rest == "hard")
        case "raw": try kernel.broadcastRaw(words[0], content: words.dropFirst().first ?? "")
        case "catch", "release":
            let id = verb == "catch" ? message.header.id.rawValue : ""
            let data: JSONValue = ["method": "update", "state": ["msg_id": .string(id)]]
            try broadcast(CommMessage(commID: rest, data: data), parent: message.header)
        case "comm-heard": try stream(.standardOutput, "\(kernel.commCount)\n")
        case "raw-reply":
            try kernel.replyRaw(rest, to: message)
            repliesNever = true
        case "stray": try broadcast(StreamContent(name: .standardOutput, text: rest), parent: nil)
        case "forge": try kernel.forge(parent: message.header)
        case "late":
            let content = StreamContent(name: .standardOutput, text: rest + "\n")
            try broadcast(content, parent: kernel.previousHeader)
        case "show": try broadcast(display(words), parent: message.header)
        case "update":
            try broadcast(UpdateDisplayData(display(words)), parent: message.header)
        case "result":
            let value = DisplayData(data: ["text/plain": .string(rest)])
            let content = ExecuteResult(executionCount: kernel.executionCount, display: value)
            try broadcast(content, parent: message.header)
        case "clear": try broadcast(ClearOutput(waits: rest == "later"), parent: message.header)
        default: try misbehave(verb, words, rest: rest)
        }
    }

    /// Executes a line about errors, the end of the cell or the process.
    private func misbehave(_ verb: String, _ words: [String], rest: String) throws {
        switch verb {
        case "raise", "raise-quietly", "mishap":
            let value = words.dropFirst().first ?? ""
            let error = ErrorContent(
                name: words[0], value: value,
                traceback: ["\u{1B}[31m\(words[0])\u{1B}[0m: \(value)"])
            if verb != "raise-quietly" { try broadcast(error, parent: message.header) }
            if verb != "mishap" { outcome = .failed(error) }
        case "hang":
            try kernel.waitForControl(until: rest == "hard" ? .unknown : .interruptRequest)
            let error = ErrorContent(name: "Interrupted", value: "", traceback: ["Interrupted"])
            try broadcast(error, parent: message.header)
            outcome = .failed(error)
        case "no-reply": repliesNever = true
        case "no-idle": idlesNever = true
        case "ask": try stream(.standardOutput, try kernel.ask(rest, for: message) + "\n")
        case "log": StandardError.write(rest + "\n")
        case "exit": exit(Int32(rest) ?? 0)
        case "kill": kill(getpid(), Int32(rest) ?? SIGKILL)
        case "shell": system(rest)
        default: try report(verb, rest: rest)
        }
    }

    /// Prints information on the process or the request.
    private func report(_ verb: String, rest: String) throws {
        switch verb {
        case "pid": try stream(.standardOutput, "\(getpid())\n")
        case "cwd":
            guard let path = getcwd(nil, 0) else { return }
            defer { free(path) }
            try stream(.standardOutput, String(cString: path) + "\n")
        case "env":
            try stream(.standardOutput, (getenv(rest).map { String(cString: $0) } ?? "") + "\n")
        case "cell-id":
            try stream(.standardOutput, (message.metadata["cellId"]?.string ?? "none") + "\n")
        default:
            outcome = .failed(ErrorContent(name: "SyntaxError", value: verb, traceback: [verb]))
        }
    }

    /// Returns a display with an identifier, or a dash for none, and a text.
    private func display(_ words: [String]) -> DisplayData {
        DisplayData(
            data: ["text/plain": .string(words.dropFirst().first ?? "")],
            displayID: words[0] == "-" ? nil : words[0])
    }

    /// Writes a thousand characters repeatedly until it is interrupted or, if it ignores
    /// interrupts, forever.
    private func spam(isDeaf: Bool) throws {
        let text = String(repeating: "x", count: 1000) + "\n"
        while true {
            try stream(.standardOutput, text)
            guard !isDeaf, try kernel.hasInterrupt() else { continue }
            outcome = .failed(
                ErrorContent(name: "Interrupted", value: "", traceback: ["Interrupted"]))
            return
        }
    }

    /// Writes to a stream.
    private func stream(_ name: StreamContent.Name, _ text: String) throws {
        try broadcast(StreamContent(name: name, text: text), parent: message.header)
    }

    /// Broadcasts a content.
    private func broadcast(_ content: some MessageContent, parent: Header?) throws {
        try kernel.broadcast(content, parent: parent)
    }
}

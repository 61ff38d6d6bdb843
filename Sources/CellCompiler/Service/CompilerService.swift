public import CellProtocol
internal import Dispatch
public import Processes

/// Answers the kernel's requests in the compiler process until the kernel is gone.
///
/// Each kind of question has a queue of its own, so that a long compilation holds up neither typing nor
/// completion, and a source that takes long to read nothing but other cells.
public final class CompilerService: Sendable {
    /// The line to the kernel.
    private let line: MessageChannel<CompilerReply, CompilerRequest>

    /// Where cells are compiled, one after the other.
    private let compiling = DispatchQueue(label: "compiling", qos: .userInitiated)

    /// Where cells are looked at, one after the other.
    private let reading = DispatchQueue(label: "reading", qos: .userInteractive)

    /// Where it is found out whether a source is complete, one after the other.
    private let completing = DispatchQueue(label: "completing", qos: .userInteractive)

    /// Where questions about places are answered, one after the other.
    private let assisting = DispatchQueue(label: "assisting", qos: .userInteractive)

    /// What compiles and links.
    private let builder: CellBuilder

    /// What answers questions about places; nothing, where sourcekitd cannot be used.
    private let assistant: CodeAssistant?

    /// Greets the kernel, which then knows the toolchain, and makes a service, which takes longer.
    ///
    /// - Parameters:
    ///   - toolchain: the toolchain to compile with.
    ///   - moduleCache: the folder for the modules that the compiler makes of C headers.
    ///   - usesSourceKit: whether to use the toolchain's sourcekitd, where it can be loaded, or to
    ///     start `swift-frontend` for each cell.
    ///   - channel: the line to the kernel.
    public init(
        toolchain: Toolchain, moduleCache: String, usesSourceKit: Bool, channel: Channel
    ) throws {
        line = MessageChannel(channel)
        try line.send(CompilerReply(number: 0, answer: .ready(toolchain)))
        let kit = usesSourceKit ? try? SourceKit(path: toolchain.sourceKit) : nil
        assistant = kit.map {
            CodeAssistant(kit: $0, toolchain: toolchain, moduleCache: moduleCache)
        }
        builder = CellBuilder(
            toolchain: toolchain,
            compiler: kit.map { GuardedCompiler(kit: $0, toolchain: toolchain) }
                ?? FrontendCompiler(toolchain: toolchain),
            linker: Linker(toolchain: toolchain), moduleCache: moduleCache)
    }

    /// Answers until the line is closed.
    public func run() throws {
        while let (request, _) = try line.receiveBlocking() { take(request) }
    }

    /// Answers a request, or hands it to its queue.
    private func take(_ request: CompilerRequest) {
        switch request.question {
        case .analyze(let source):
            reading.async {
                self.reply(to: request, .analysis(CellAnalyzer(source: source).analysis()))
            }
        case .completeness(let source):
            completing.async {
                self.reply(
                    to: request, .completeness(CompletenessReader(source: source).completeness()))
            }
        case .place(let source, let offset):
            completing.async {
                self.reply(to: request, .place(PlaceFinder(source: source).place(at: offset)))
            }
        case .compile(let job):
            compiling.async { self.answer(request) { .compiled(try self.builder.build(job)) } }
        case .complete(let query):
            assisting.async {
                self.answer(request) {
                    .completions(try self.assistant?.completions(for: query) ?? [])
                }
            }
        case .inspect(let query):
            assisting.async {
                self.answer(request) {
                    .inspection(try self.assistant?.inspection(for: query) ?? CodeInspection())
                }
            }
        }
    }

    /// Sends what a piece of work comes to, or why it came to nothing.
    private func answer(
        _ request: CompilerRequest, _ work: () throws -> CompilerReply.Answer
    ) {
        do {
            reply(to: request, try work())
        } catch {
            reply(to: request, .failed("\(error)"))
        }
    }

    /// Sends a reply; a kernel that is gone wants none.
    private func reply(to request: CompilerRequest, _ answer: CompilerReply.Answer) {
        try? line.send(CompilerReply(number: request.number, answer: answer))
    }
}

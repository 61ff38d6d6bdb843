public import CellProtocol
internal import Dispatch
public import Processes

/// The compiler process's service, which answers the kernel's requests until the kernel ends.
///
/// Each kind of request has its own queue, so that a long compilation delays neither typing nor
/// completion, and a source that takes long to analyze only delays other cells.
public final class CompilerService: Sendable {
    /// The channel to the kernel.
    private let line: MessageChannel<CompilerReply, CompilerRequest>

    /// The queue of compilations.
    private let compiling = DispatchQueue(label: "compiling", qos: .userInitiated)

    /// The queue of cell analyses.
    private let reading = DispatchQueue(label: "reading", qos: .userInteractive)

    /// The queue of completeness checks.
    private let completing = DispatchQueue(label: "completing", qos: .userInteractive)

    /// The queue of queries about positions.
    private let assisting = DispatchQueue(label: "assisting", qos: .userInteractive)

    /// The builder that compiles and links cells.
    private let builder: CellBuilder

    /// The assistant that answers queries about positions; `nil` if sourcekitd cannot be used.
    private let assistant: CodeAssistant?

    /// Sends the toolchain to the kernel, then creates a service, which takes longer.
    ///
    /// - Parameters:
    ///   - toolchain: the toolchain to compile with.
    ///   - moduleCache: the folder of the cache for Clang modules.
    ///   - usesSourceKit: whether to use the toolchain's sourcekitd if it can be loaded, or to
    ///     start `swift-frontend` for each cell.
    ///   - channel: the channel to the kernel.
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

    /// Serves requests until the channel is closed.
    public func run() throws {
        while let (request, _) = try line.receiveBlocking() { take(request) }
    }

    /// Answers a request, or passes it to its queue.
    private func take(_ request: CompilerRequest) {
        switch request.question {
        case .analyze(let source, let mode):
            reading.async {
                let analyzer = CellAnalyzer(source: source, mode: mode)
                self.reply(to: request, .analysis(analyzer.analysis()))
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

    /// Sends the answer that a closure computes, or the error that it throws.
    private func answer(
        _ request: CompilerRequest, _ work: () throws -> CompilerReply.Answer
    ) {
        do {
            reply(to: request, try work())
        } catch {
            reply(to: request, .failed("\(error)"))
        }
    }

    /// Sends a reply; a failure is ignored, since the kernel has ended then.
    private func reply(to request: CompilerRequest, _ answer: CompilerReply.Answer) {
        try? line.send(CompilerReply(number: request.number, answer: answer))
    }
}

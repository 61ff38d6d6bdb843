internal import JSON
internal import JupyterProtocol

/// What is said in reply to a request.
struct Answer: Sendable {
    /// The content of the reply.
    var content: JSONObject

    /// What may be known about the reply besides.
    var metadata: JSONObject = [:]

    /// Whether the request failed.
    var isFailure = false

    /// Answers with what was asked for.
    static func ok<Content: MessageContent>(_ content: Content) -> Answer {
        Answer(content: .describing(Reply.ok(content)))
    }

    /// Answers with a content that has a status of its own.
    static func verbatim(_ content: some MessageContent) -> Answer {
        Answer(content: .describing(content))
    }

    /// Answers with what went wrong.
    static func failed(_ error: ErrorContent) -> Answer {
        Answer(content: .describing(Reply<ErrorContent>.failed(error)), isFailure: true)
    }
}

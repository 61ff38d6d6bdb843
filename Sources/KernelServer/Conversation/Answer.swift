internal import JSON
internal import JupyterProtocol

/// The answer to a request.
struct Answer: Sendable {
    /// The content of the reply.
    var content: JSONObject

    /// The metadata of the reply.
    var metadata: JSONObject = [:]

    /// Indicates whether the request failed.
    var isFailure = false

    /// The time at which the answer was known: no client can have reacted to it earlier.
    var moment = Timestamp.now

    /// Returns a successful answer with a content.
    static func ok<Content: MessageContent>(_ content: Content) -> Answer {
        Answer(content: .describing(Reply.ok(content)))
    }

    /// Returns an answer whose content has its own status.
    static func verbatim(_ content: some MessageContent) -> Answer {
        Answer(content: .describing(content))
    }

    /// Returns an answer with an error.
    static func failed(_ error: ErrorContent) -> Answer {
        Answer(content: .describing(Reply<ErrorContent>.failed(error)), isFailure: true)
    }
}

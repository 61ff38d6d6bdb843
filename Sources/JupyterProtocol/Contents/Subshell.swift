/// A request to create a subshell: another thread of execution.
///
/// - Source: JEP 91.
public struct CreateSubshellRequest: RequestContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.createSubshellRequest
    /// The content of a successful reply.
    public typealias Reply = CreateSubshellReply

    /// Creates the request.
    public init() {}
}

/// The identifier of a new subshell.
public struct CreateSubshellReply: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.createSubshellReply

    /// The identifier of the subshell.
    public var subshellID: String

    /// Creates a reply.
    public init(subshellID: String) { self.subshellID = subshellID }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case subshellID = "subshell_id"
    }
}

/// A request to delete a subshell.
public struct DeleteSubshellRequest: RequestContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.deleteSubshellRequest
    /// The content of a successful reply.
    public typealias Reply = DeleteSubshellReply

    /// The identifier of the subshell.
    public var subshellID: String

    /// Creates a request.
    public init(subshellID: String) { self.subshellID = subshellID }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case subshellID = "subshell_id"
    }
}

/// The confirmation that a subshell has been deleted.
public struct DeleteSubshellReply: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.deleteSubshellReply

    /// Creates the reply.
    public init() {}
}

/// A request for the list of subshells.
public struct ListSubshellRequest: RequestContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.listSubshellRequest
    /// The content of a successful reply.
    public typealias Reply = ListSubshellReply

    /// Creates the request.
    public init() {}
}

/// The list of subshells, without the main shell.
public struct ListSubshellReply: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.listSubshellReply

    /// The identifiers of the subshells.
    public var subshellIDs: [String]

    /// Creates a reply.
    public init(subshellIDs: [String]) { self.subshellIDs = subshellIDs }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case subshellIDs = "subshell_id"
    }
}

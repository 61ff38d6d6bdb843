/// Asks for another thread of execution.
///
/// - Source: JEP 91.
public struct CreateSubshellRequest: RequestContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.createSubshellRequest
    /// What an answer says when all went well.
    public typealias Reply = CreateSubshellReply

    /// Makes the request.
    public init() {}
}

/// Names a new thread of execution.
public struct CreateSubshellReply: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.createSubshellReply

    /// What identifies the thread of execution.
    public var subshellID: String

    /// Makes a reply.
    public init(subshellID: String) { self.subshellID = subshellID }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case subshellID = "subshell_id"
    }
}

/// Asks for a thread of execution to end.
public struct DeleteSubshellRequest: RequestContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.deleteSubshellRequest
    /// What an answer says when all went well.
    public typealias Reply = DeleteSubshellReply

    /// What identifies the thread of execution.
    public var subshellID: String

    /// Makes a request.
    public init(subshellID: String) { self.subshellID = subshellID }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case subshellID = "subshell_id"
    }
}

/// Says that a thread of execution has ended.
public struct DeleteSubshellReply: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.deleteSubshellReply

    /// Makes the reply.
    public init() {}
}

/// Asks which threads of execution there are.
public struct ListSubshellRequest: RequestContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.listSubshellRequest
    /// What an answer says when all went well.
    public typealias Reply = ListSubshellReply

    /// Makes the request.
    public init() {}
}

/// Lists the threads of execution besides the main one.
public struct ListSubshellReply: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.listSubshellReply

    /// What identifies them.
    public var subshellIDs: [String]

    /// Makes a reply.
    public init(subshellIDs: [String]) { self.subshellIDs = subshellIDs }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case subshellIDs = "subshell_id"
    }
}

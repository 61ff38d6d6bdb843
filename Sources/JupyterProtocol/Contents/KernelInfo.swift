/// Asks what the kernel is.
///
/// - Source: jupyter_client, docs/messaging.rst, "Kernel info".
public struct KernelInfoRequest: RequestContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.kernelInfoRequest
    /// What an answer says when all went well.
    public typealias Reply = KernelInfoReply

    /// Makes the request.
    public init() {}
}

/// Says what the kernel is.
public struct KernelInfoReply: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.kernelInfoReply

    /// The version of the protocol that the kernel speaks.
    public var protocolVersion: String

    /// The kernel's name.
    public var implementation: String

    /// The kernel's version.
    public var implementationVersion: String

    /// The language of its cells.
    public var languageInfo: LanguageInfo

    /// What consoles show when they begin.
    public var banner: String

    /// What the help menu of a client should have.
    public var helpLinks: [HelpLink]

    /// What the kernel can do that not every kernel can, such as `kernel subshells`.
    public var supportedFeatures: [String]

    /// Makes a reply.
    public init(
        protocolVersion: String = ProtocolVersion.current, implementation: String,
        implementationVersion: String, languageInfo: LanguageInfo, banner: String,
        helpLinks: [HelpLink] = [], supportedFeatures: [String] = []
    ) {
        self.protocolVersion = protocolVersion
        self.implementation = implementation
        self.implementationVersion = implementationVersion
        self.languageInfo = languageInfo
        self.banner = banner
        self.helpLinks = helpLinks
        self.supportedFeatures = supportedFeatures
    }

    /// Reads a reply; links and features may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        protocolVersion = try container.decode(String.self, forKey: .protocolVersion)
        implementation = try container.decode(String.self, forKey: .implementation)
        implementationVersion = try container.decode(
            forKey: .implementationVersion, default: "")
        languageInfo = try container.decode(LanguageInfo.self, forKey: .languageInfo)
        banner = try container.decode(String.self, forKey: .banner)
        helpLinks = try container.decode(forKey: .helpLinks, default: [])
        supportedFeatures = try container.decode(forKey: .supportedFeatures, default: [])
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case protocolVersion = "protocol_version"
        case implementation
        case implementationVersion = "implementation_version"
        case languageInfo = "language_info"
        case banner
        case helpLinks = "help_links"
        case supportedFeatures = "supported_features"
    }
}

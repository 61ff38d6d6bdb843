/// A request for the description of the kernel.
///
/// - Source: jupyter_client, docs/messaging.rst, "Kernel info".
public struct KernelInfoRequest: RequestContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.kernelInfoRequest
    /// The content of a successful reply.
    public typealias Reply = KernelInfoReply

    /// Creates the request.
    public init() {}
}

/// The description of the kernel.
public struct KernelInfoReply: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.kernelInfoReply

    /// The version of the messaging protocol.
    public var protocolVersion: String

    /// The kernel's name.
    public var implementation: String

    /// The kernel's version.
    public var implementationVersion: String

    /// The language of its cells.
    public var languageInfo: LanguageInfo

    /// The text that consoles show at the start.
    public var banner: String

    /// The kernel's entries in the client's help menu.
    public var helpLinks: [HelpLink]

    /// The optional features that the kernel supports, such as `kernel subshells`.
    public var supportedFeatures: [String]

    /// Creates a reply.
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

    /// Decodes a reply; links and features may be missing.
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

    /// The keys of the JSON object.
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

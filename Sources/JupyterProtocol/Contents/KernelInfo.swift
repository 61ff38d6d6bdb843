public import JSON

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

/// An entry in a client's help menu.
public struct HelpLink: Sendable, Hashable, Codable {
    /// The title of the entry.
    public var text: String

    /// The address of the page.
    public var url: String

    /// Creates an entry.
    public init(text: String, url: String) {
        self.text = text
        self.url = url
    }
}

/// The language of a kernel's cells, as stored in notebooks.
///
/// - Source: jupyter_client, docs/messaging.rst, "Kernel info".
public struct LanguageInfo: Sendable, Hashable, Codable {
    /// The name of the language in lower case.
    public var name: String

    /// The version of the language.
    public var version: String

    /// The media type of its sources.
    public var mimeType: String

    /// The extension of its source files, with the dot.
    public var fileExtension: String

    /// The name of the Pygments lexer, if it differs from the language's name.
    public var pygmentsLexer: String?

    /// The name or configuration object of the CodeMirror mode, if it differs from the language's
    /// name.
    public var codeMirrorMode: JSONValue?

    /// The name of nbconvert's exporter, if it is not the one for scripts.
    public var nbconvertExporter: String?

    /// Creates a description.
    public init(
        name: String, version: String, mimeType: String, fileExtension: String,
        pygmentsLexer: String? = nil, codeMirrorMode: JSONValue? = nil,
        nbconvertExporter: String? = nil
    ) {
        self.name = name
        self.version = version
        self.mimeType = mimeType
        self.fileExtension = fileExtension
        self.pygmentsLexer = pygmentsLexer
        self.codeMirrorMode = codeMirrorMode
        self.nbconvertExporter = nbconvertExporter
    }

    /// Decodes a description; only the name is required.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        version = try container.decode(forKey: .version, default: "")
        mimeType = try container.decode(forKey: .mimeType, default: "text/plain")
        fileExtension = try container.decode(forKey: .fileExtension, default: ".txt")
        pygmentsLexer = try container.decodeIfPresent(String.self, forKey: .pygmentsLexer)
        codeMirrorMode = try container.decodeIfPresent(JSONValue.self, forKey: .codeMirrorMode)
        nbconvertExporter = try container.decodeIfPresent(String.self, forKey: .nbconvertExporter)
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case name, version
        case mimeType = "mimetype"
        case fileExtension = "file_extension"
        case pygmentsLexer = "pygments_lexer"
        case codeMirrorMode = "codemirror_mode"
        case nbconvertExporter = "nbconvert_exporter"
    }
}

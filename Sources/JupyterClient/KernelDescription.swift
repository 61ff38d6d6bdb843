public import JSON
internal import JupyterProtocol

/// A kernel's description of itself.
public struct KernelDescription: Sendable, Hashable {
    /// The kernel's name, such as `ipython`.
    public let implementation: String

    /// The `language_info` for the notebook's metadata, exactly as the kernel spells it.
    public let languageInfo: JSONObject

    /// Decodes a `kernel_info_reply`; missing fields stay empty.
    init(_ reply: Message) {
        implementation = reply.content["implementation"]?.string ?? ""
        languageInfo = reply.content["language_info"]?.object ?? [:]
    }
}

public import JSON
internal import JupyterProtocol

/// What a kernel says of itself when it is asked.
public struct KernelDescription: Sendable, Hashable {
    /// The kernel's name, such as `ipython`.
    public let implementation: String

    /// What a notebook keeps under `language_info`, exactly as the kernel spells it.
    public let languageInfo: JSONObject

    /// Reads the answer to `kernel_info_request`; what is missing stays empty.
    init(_ reply: Message) {
        implementation = reply.content["implementation"]?.string ?? ""
        languageInfo = reply.content["language_info"]?.object ?? [:]
    }
}

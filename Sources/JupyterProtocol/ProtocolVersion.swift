/// The version of Jupyter's messaging protocol that this room implements.
public enum ProtocolVersion {
    /// The version in headers and in `kernel_info_reply`.
    ///
    /// - Source: jupyter_client, docs/messaging.rst, "Versioning".
    public static let current = "5.5"
}

/// The version of Jupyter's messaging protocol that this room speaks.
public enum ProtocolVersion {
    /// What headers and `kernel_info_reply` say.
    ///
    /// - Source: jupyter_client, docs/messaging.rst, "Versioning".
    public static let current = "5.5"
}

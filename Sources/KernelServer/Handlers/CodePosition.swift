/// Positions in code as the protocol counts them.
///
/// - Source: jupyter_client, docs/messaging.rst, "cursor_pos and unicode offsets".
enum CodePosition {
    /// Returns the nearest valid position in code, in Unicode scalars from its start.
    static func clamp(_ position: Int, in code: String) -> Int {
        min(max(0, position), code.unicodeScalars.count)
    }
}

import JSON
import JupyterProtocol

/// A message as jupyter_client 8.10 sent it, with the key `a secret key`.
enum GoldenMessage {
    static let signer = Signer(key: "a secret key")

    static let header = #"""
        {"msg_id": "5f3a_12_1", "msg_type": "execute_request", "username": "ana", \#
        "session": "5f3a", "date": "2026-11-23T08:15:00.000042Z", "version": "5.4"}
        """#

    static let metadata = #"{"cellId": "c0ffee", "deletedCells": [], "recordTiming": true}"#

    static let content = #"""
        {"code": "let π = 3.0\nprint(\"é\")", "silent": false, "store_history": true, \#
        "user_expressions": {}, "allow_stdin": true, "stop_on_error": true}
        """#

    static let signature = "0461aabdcccda2b6dddee75859ae147aeca57a089a25c0a083154fcdc8abc4da"

    static let longSignature =
        "7d02b3c62965f49333817d3904a26ed7f62233d6b4809912b28af202307c90fa"
        + "b9631cd139aecf4f4d99660c385768ac10ec03e60e5e957e17f4786c448bcdae"

    static let parts = [header, "{}", metadata, content].map(bytes)

    static let frames =
        [[0, 1, 0x69, 0x64], bytes("<IDS|MSG>"), bytes(signature)] + parts + [[1, 2, 3]]

    /// Returns the bytes of a text.
    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}

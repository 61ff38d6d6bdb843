public import JSON

/// A displayed value in all its representations.
public struct DisplayedData: Sendable, Hashable {
    /// The representations by media type: text as strings, bytes in Base64, JSON as values.
    public var forms: JSONObject

    /// The metadata of the representations, such as an image's width.
    public var metadata: JSONObject

    /// Creates displayed data.
    public init(forms: JSONObject, metadata: JSONObject = [:]) {
        self.forms = forms
        self.metadata = metadata
    }
}

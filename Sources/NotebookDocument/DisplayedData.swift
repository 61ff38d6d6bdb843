public import JSON

/// Something that was shown, in every form in which it came.
public struct DisplayedData: Sendable, Hashable {
    /// The forms under their media types: text as strings, bytes in base 64, JSON as it is.
    public var forms: JSONObject

    /// What is known about the forms, such as a picture's width.
    public var metadata: JSONObject

    /// Makes displayed data.
    public init(forms: JSONObject, metadata: JSONObject = [:]) {
        self.forms = forms
        self.metadata = metadata
    }
}

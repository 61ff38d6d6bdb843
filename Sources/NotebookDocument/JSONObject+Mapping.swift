internal import JSON

extension JSONObject {
    /// Returns the object with all values transformed.
    func mapValues(_ transform: (JSONValue) -> JSONValue) -> JSONObject {
        var result = self
        for (key, value) in self { result[key] = transform(value) }
        return result
    }

    /// Returns the object without some keys.
    func without(_ keys: [String]) -> JSONObject {
        var result = self
        for key in keys where result[key] != nil { result[key] = nil }
        return result
    }
}

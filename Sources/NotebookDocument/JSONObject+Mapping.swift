internal import JSON

extension JSONObject {
    /// Returns the object with each value replaced by what a closure makes of it.
    func mapValues(_ transform: (JSONValue) -> JSONValue) -> JSONObject {
        var result = self
        for (key, value) in self { result[key] = transform(value) }
        return result
    }

    /// Returns the object without the entries of some keys.
    func without(_ keys: [String]) -> JSONObject {
        var result = self
        for key in keys where result[key] != nil { result[key] = nil }
        return result
    }
}

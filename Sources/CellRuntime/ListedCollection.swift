/// A collection whose description lists its elements in brackets.
protocol ListedCollection {
    /// Returns the description, omitting elements in the middle if it would be too long.
    func text(limit: Int) -> String

    /// The type name to put around the brackets if the collection is an element of another, or
    /// `nil` for none.
    var nameAsElement: String? { get }
}

extension ListedCollection {
    /// The default: no name, since most literals are unambiguous.
    var nameAsElement: String? { nil }
}

extension ListedCollection where Self: Collection {
    /// Returns the description of a collection.
    ///
    /// - Parameters:
    ///   - empty: the description of an empty collection.
    ///   - describe: returns the description of an element, given its maximum length.
    fileprivate func list(
        limit: Int, empty: String = "[]", describe: (Element, Int) -> String
    ) -> String {
        guard !isEmpty else { return empty }
        let (headRoom, tailRoom) = (limit - limit / 3, limit / 3)
        var head: [String] = []
        var used = 0
        var position = startIndex
        while position != endIndex, used < headRoom {
            head.append(describe(self[position], headRoom - used))
            used += (head.last?.count ?? 0) + 2
            formIndex(after: &position)
        }
        let rest = self[position...]
        guard !rest.isEmpty else { return "[" + head.joined(separator: ", ") + "]" }
        // The head is kept whole: the element that used up the room may be shown only in part.
        var tail: [String] = []
        used = 0
        let count = self.count
        // The shortest element takes a character and a comma.
        let last = Swift.max(0, count - head.count - tailRoom / 3 - 1)
        for element in Array(rest.dropFirst(last)).reversed() where used < tailRoom {
            tail.insert(describe(element, tailRoom - used), at: 0)
            used += (tail.first?.count ?? 0) + 2
        }
        let missing = count - head.count - tail.count
        let note =
            "… \(ShownText.grouped(missing)) of \(ShownText.grouped(count)) elements left out …"
        return "[" + (head + (missing > 0 ? [note] : []) + tail).joined(separator: ", ") + "]"
    }

    /// Returns the description of a collection of single elements.
    fileprivate func list(limit: Int) -> String {
        list(limit: limit) { element, room in
            ShownText(limit: Swift.max(room, 10)).description(ofElement: element)
        }
    }
}

extension Array: ListedCollection {
    func text(limit: Int) -> String { list(limit: limit) }
}

extension ArraySlice: ListedCollection {
    var nameAsElement: String? { "ArraySlice" }

    func text(limit: Int) -> String { list(limit: limit) }
}

extension ContiguousArray: ListedCollection {
    var nameAsElement: String? { "ContiguousArray" }

    func text(limit: Int) -> String { list(limit: limit) }
}

extension Set: ListedCollection {
    var nameAsElement: String? { "Set" }

    func text(limit: Int) -> String { list(limit: limit) }
}

extension Dictionary: ListedCollection {
    func text(limit: Int) -> String {
        list(limit: limit, empty: "[:]") { element, room in
            let text = ShownText(limit: Swift.max(room / 2, 10))
            return text.description(ofElement: element.key) + ": "
                + text.description(ofElement: element.value)
        }
    }
}

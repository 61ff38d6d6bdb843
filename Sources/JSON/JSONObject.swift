/// A JSON object that remembers the order of its keys.
///
/// Two objects are equal when they hold the same values under the same keys, in whatever order.
public struct JSONObject: Sendable {
    /// The keys, in order.
    public private(set) var keys: [String] = []

    /// The values, in the order of the keys.
    public private(set) var values: [JSONValue] = []

    /// Where each key stands; kept only for objects too large to search key by key.
    private var positions: [Spelling: Int] = [:]

    /// The size from which looking a key up in a table beats comparing the keys one by one.
    private static let tableThreshold = 12

    /// Makes an empty object.
    public init() {}

    /// Makes an object of the given entries; the last of equal keys wins, at the place of the first.
    public init(_ entries: some Sequence<(String, JSONValue)>) {
        for (key, value) in entries { self[key] = value }
    }

    /// The number of entries.
    public var count: Int { keys.count }

    /// Whether there is no entry.
    public var isEmpty: Bool { keys.isEmpty }

    /// The value under a key; setting `nil` removes the entry.
    public subscript(key: String) -> JSONValue? {
        get {
            guard let position = position(of: key) else { return nil }
            return values[position]
        }
        set {
            switch (position(of: key), newValue) {
            case (let position?, let value?): values[position] = value
            case (let position?, nil): remove(at: position)
            case (nil, let value?): append(key, value)
            case (nil, nil): break
            }
        }
    }

    /// Where a key stands.
    private func position(of key: String) -> Int? {
        guard positions.isEmpty else { return positions[Spelling(key: key)] }
        return keys.firstIndex { Spelling(key: $0) == Spelling(key: key) }
    }

    /// Adds an entry under a key that is not there yet.
    private mutating func append(_ key: String, _ value: JSONValue) {
        keys.append(key)
        values.append(value)
        if keys.count == Self.tableThreshold {
            rebuildPositions()
        } else if keys.count > Self.tableThreshold {
            positions[Spelling(key: key)] = keys.count - 1
        }
    }

    /// Removes the entry at a position.
    private mutating func remove(at position: Int) {
        keys.remove(at: position)
        values.remove(at: position)
        rebuildPositions()
    }

    /// Makes the table of positions anew, or drops it where the object is small.
    private mutating func rebuildPositions() {
        positions = [:]
        guard keys.count >= Self.tableThreshold else { return }
        for (position, key) in keys.enumerated() {
            positions[Spelling(key: key)] = position
        }
    }
}

extension JSONObject {
    /// A key that equals only what is spelled the same, unlike strings, whose `é` equals an `e` with
    /// an accent after it.
    private struct Spelling: Hashable {
        /// The key.
        let key: String

        static func == (left: Spelling, right: Spelling) -> Bool {
            // Strings that differ are told apart faster than their bytes.
            left.key == right.key && left.key.utf8.elementsEqual(right.key.utf8)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(key)
        }
    }
}

extension JSONObject: Sequence {
    /// Visits the entries in the order of the keys.
    public func makeIterator() -> Zip2Sequence<[String], [JSONValue]>.Iterator {
        zip(keys, values).makeIterator()
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Makes an object in the order of the literal; the last of equal keys wins.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }
}

extension JSONObject: Hashable {
    /// Tells whether two objects hold the same values under the same keys.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.count == right.count else { return false }
        return left.allSatisfy { key, value in right[key] == value }
    }

    /// Feeds the entries to a hasher in a way that does not depend on their order.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for (key, value) in self {
            var entry = Hasher()
            entry.combine(key)
            entry.combine(value)
            sum &+= entry.finalize()
        }
        hasher.combine(sum)
    }
}

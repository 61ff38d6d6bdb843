/// A JSON object that preserves the order of its keys.
///
/// Two objects are equal if they hold the same values under the same keys, in any order.
public struct JSONObject: Sendable {
    /// The keys in order.
    public private(set) var keys: [String] = []

    /// The values, in the order of the keys.
    public private(set) var values: [JSONValue] = []

    /// The index of each key; maintained only for objects too large for linear search.
    private var positions: [Spelling: Int] = [:]

    /// The number of entries from which a lookup table is faster than linear search.
    private static let tableThreshold = 12

    /// Creates an empty object.
    public init() {}

    /// Creates an object from entries; the last of several equal keys wins, at the position of the
    /// first.
    public init(_ entries: some Sequence<(String, JSONValue)>) {
        for (key, value) in entries { self[key] = value }
    }

    /// The number of entries.
    public var count: Int { keys.count }

    /// Indicates whether the object is empty.
    public var isEmpty: Bool { keys.isEmpty }

    /// The value for a key, or `nil` if there is none; setting `nil` removes the entry.
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

    /// Sets the entries of another object.
    public mutating func merge(_ changes: JSONObject) {
        for (key, value) in changes { self[key] = value }
    }

    /// Returns the index of a key.
    private func position(of key: String) -> Int? {
        guard positions.isEmpty else { return positions[Spelling(key: key)] }
        return keys.firstIndex { Spelling(key: $0) == Spelling(key: key) }
    }

    /// Appends an entry for a key that is not present yet.
    private mutating func append(_ key: String, _ value: JSONValue) {
        keys.append(key)
        values.append(value)
        if keys.count == Self.tableThreshold {
            rebuildPositions()
        } else if keys.count > Self.tableThreshold {
            positions[Spelling(key: key)] = keys.count - 1
        }
    }

    /// Removes the entry at an index.
    private mutating func remove(at position: Int) {
        keys.remove(at: position)
        values.remove(at: position)
        rebuildPositions()
    }

    /// Rebuilds the lookup table, or drops it if the object is small.
    private mutating func rebuildPositions() {
        positions = [:]
        guard keys.count >= Self.tableThreshold else { return }
        for (position, key) in keys.enumerated() {
            positions[Spelling(key: key)] = position
        }
    }
}

extension JSONObject {
    /// A key compared by its exact spelling, unlike `String`, which equates `é` with `e` plus a
    /// combining accent.
    private struct Spelling: Hashable {
        /// The color scale.
        let key: String

        static func == (left: Spelling, right: Spelling) -> Bool {
            // Unequal strings are detected faster by `==` than by comparing bytes.
            left.key == right.key && left.key.utf8.elementsEqual(right.key.utf8)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(key)
        }
    }
}

extension JSONObject: Sequence {
    /// Returns an iterator over the entries in the order of the keys.
    public func makeIterator() -> Zip2Sequence<[String], [JSONValue]>.Iterator {
        zip(keys, values).makeIterator()
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Creates an object in the order of the literal; the last of several equal keys wins.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }
}

extension JSONObject: Hashable {
    /// Returns whether two objects hold the same values under the same keys.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.count == right.count else { return false }
        return left.allSatisfy { key, value in right[key] == value }
    }

    /// Hashes the entries independently of their order.
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

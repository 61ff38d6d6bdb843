/// A value as a row of a table.
struct Record: Sendable {
    /// A value in a row.
    struct Cell: Sendable, Comparable {
        /// The value as text.
        let text: String

        /// The value as a number, or `nil` if it is not a number.
        let number: Double?

        /// Creates a cell; returns `nil` for an optional value that is `nil`.
        init?(_ value: Any) {
            let mirror = Mirror(reflecting: value)
            var value = value
            if mirror.displayStyle == .optional {
                guard let wrapped = mirror.children.first?.value else { return nil }
                value = wrapped
            }
            number =
                (value as? any BinaryInteger).map { Double($0) }
                ?? (value as? any BinaryFloatingPoint).map { Double($0) }
            text = ShownText(limit: 200).description(of: value).replacing("\n", with: " ")
        }

        static func < (one: Cell, other: Cell) -> Bool {
            guard let a = one.number, let b = other.number else { return one.text < other.text }
            // Texts sort after numbers.
            return a.isNaN ? false : b.isNaN || a < b
        }

        static func == (one: Cell, other: Cell) -> Bool { !(one < other) && !(other < one) }
    }

    /// The names of the columns in order.
    let names: [String]

    /// The values by column; a column may be missing.
    private let cells: [String: Cell]

    /// Creates a row from a value: the members of a structure, class or tuple, the entries of a
    /// dictionary, or any other value itself.
    init(of value: Any) {
        let mirror = Mirror(reflecting: value)
        var members: [(name: String, value: Any)] = []
        switch mirror.displayStyle {
        case .dictionary:
            for child in mirror.children {
                guard let (key, value) = child.value as? (AnyHashable, Any) else { continue }
                members.append(("\(key.base)", value))
            }
            members.sort { $0.name < $1.name }
        case .struct, .class, .tuple:
            var level: Mirror? = mirror
            while let part = level {
                members.insert(
                    contentsOf: part.children.enumerated().map { index, child in
                        (Self.name(child.label, index), child.value)
                    }, at: 0)
                level = part.superclassMirror
            }
            if members.isEmpty { members = [("value", value)] }
        default:
            members = [("value", value)]
        }
        names = members.map(\.name)
        cells = members.reduce(into: [:]) { $0[$1.name] = Cell($1.value) }
    }

    /// The value in a column, or `nil` if there is none.
    subscript(name: String) -> Cell? { cells[name] }

    /// Returns the name of a member, which is its index if a tuple gives it no label.
    private static func name(_ label: String?, _ index: Int) -> String {
        guard let label, !label.hasPrefix(".") else { return "\(index)" }
        return label
    }
}

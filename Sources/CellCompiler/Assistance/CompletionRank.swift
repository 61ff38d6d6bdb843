internal import CellProtocol
internal import JSON

/// The rank of a completion: completions whose type fits come first, and among equals those that
/// are declared nearer.
struct CompletionRank: Comparable {
    /// The distance of a completion's declaration.
    private enum Distance: Int {
        /// Declared in the source itself, in the type at hand, or in the session.
        case near
        /// Declared in a module that every source imports.
        case middle
        /// Declared in another module.
        case far
    }

    /// The group of the completion; smaller is better.
    private let group: Int

    /// The distance of the declaration within the group; smaller is nearer.
    private let steps: Int

    /// Indicates whether the completion is a type, which ranks after values and functions.
    private let isType: Bool

    /// The completion's text, which decides between equals.
    private let text: String

    /// Ranks a completion of sourcekitd.
    ///
    /// - Parameter tiers: the modules that the source imports, the nearest first.
    init(of value: JSONValue, text: String, tiers: [[String]]) {
        let kind = value["key.kind"]?.string ?? ""
        isType = Self.typeKinds.contains(String(kind.split(separator: ".").last ?? ""))
        let (distance, steps) = Self.distance(of: value, tiers: tiers)
        group = Self.group(of: value, kind: kind, isType: isType, distance)
        self.steps = steps
        self.text = text
    }

    static func < (one: CompletionRank, other: CompletionRank) -> Bool {
        (one.group, one.steps, one.isType ? 1 : 0, one.text)
            < (other.group, other.steps, other.isType ? 1 : 0, other.text)
    }

    /// The kinds of declarations that are types.
    private static let typeKinds: Set = [
        "struct", "class", "enum", "protocol", "typealias", "associatedtype", "actor",
        "generic_type_param",
    ]

    /// Returns the group of a completion.
    ///
    /// The library compares only some completions with the expected type: one without a verdict, or
    /// one unrelated to `Any`, must not rank a near declaration behind a far one. Protocols fit
    /// almost everything, and are almost never meant.
    private static func group(
        of value: JSONValue, kind: String, isType: Bool, _ distance: Distance
    ) -> Int {
        if value["key.not_recommended"]?.int == 1 { return 9 }
        let relation = value["key.typerelation"]?.string?.split(separator: ".").last
        if relation == "invalid" { return 8 }
        let fits = relation == "convertible" || relation == "identical"
        guard fits, !kind.hasSuffix("decl.protocol") else {
            return [2, 6, 7][distance.rawValue]
        }
        // A fitting type still has to be called, so it ranks lower.
        return isType ? [1, 4, 5][distance.rawValue] : [0, 1, 3][distance.rawValue]
    }

    /// Returns the distance of a declaration, and its number of steps within that distance.
    private static func distance(of value: JSONValue, tiers: [[String]]) -> (Distance, Int) {
        switch value["key.context"]?.string?.split(separator: ".").last {
        case "local", "exprspecific": return (.near, 0)
        case "thisclass", "thismodule": return (.near, 1)
        case "superclass": return (.near, 2)
        case "othermodule": break
        default: return (.middle, 0)
        }
        let module = value["key.modulename"]?.string ?? ""
        for (index, tier) in tiers.prefix(2).enumerated() {
            guard let position = tier.firstIndex(of: module) else { continue }
            return index == 0 ? (.near, 3 + position) : (.middle, 1 + position)
        }
        return (.far, module == "Swift" || module.hasPrefix("_") ? 1 : 0)
    }
}

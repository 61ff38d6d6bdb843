internal import CellProtocol
internal import JSON

/// Where a candidate stands among others: what fits the type that is wanted comes first, and of what
/// fits alike, what is declared nearer.
struct CompletionRank: Comparable {
    /// How near a candidate is declared.
    private enum Distance: Int {
        /// In the source itself, in the type at hand, or in the session.
        case near
        /// In a module that every source imports.
        case middle
        /// In another module.
        case far
    }

    /// The group that the candidate belongs to; the smaller, the better.
    private let group: Int

    /// How far away it is declared, within the group; the smaller, the nearer.
    private let steps: Int

    /// Whether it stands for a type, behind what can be computed with.
    private let isType: Bool

    /// The candidate's text, which decides between equals.
    private let text: String

    /// Ranks a candidate that sourcekitd describes.
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

    /// The kinds of declarations that name types.
    private static let typeKinds: Set = [
        "struct", "class", "enum", "protocol", "typealias", "associatedtype", "actor",
        "generic_type_param",
    ]

    /// Returns the group of a candidate.
    ///
    /// The library compares only what it has at hand with the type that is wanted: that it says
    /// nothing, or that something is unrelated to `Any`, does not put what is near behind what is
    /// far. Protocols fit almost everything, and are almost never meant.
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
        // A type that fits has to be called first.
        return isType ? [1, 4, 5][distance.rawValue] : [0, 1, 3][distance.rawValue]
    }

    /// Returns how far away a candidate is declared, and how many steps that is among its like.
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

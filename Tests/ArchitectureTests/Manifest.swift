import TestSupport
import Testing

/// The rooms listed in `Package.swift`.
struct Manifest {
    /// A target that is not a test.
    struct Room {
        /// The name.
        let name: String
        /// Its level.
        let level: Int
        /// Indicates whether it is a module map, without Swift code.
        let isModuleMap: Bool
        /// The modules that it may import, besides those of the toolchain.
        let dependencies: Set<String>
    }

    /// The rooms by name.
    let rooms: [String: Room]

    /// The products of other packages, by their names in the manifest.
    private static let products = ["argumentParser": "ArgumentParser", "logging": "Logging"]

    /// Parses the manifest of this package.
    init() throws {
        let text = try Repository.text(of: "Package.swift")
        var rooms: [String: Room] = [:]
        let sections = /let level(\d): \[Target\] = \[\n(.*?)\n\]\n/.dotMatchesNewlines()
        for section in text.matches(of: sections) {
            let level = try #require(Int(section.1))
            for room in Self.rooms(in: section.2, level: level) { rooms[room.name] = room }
        }
        self.rooms = rooms
    }

    /// Parses the rooms of a level.
    private static func rooms(in text: Substring, level: Int) -> [Room] {
        let starts = text.matches(
            of: /\.(target|systemLibrary|executableTarget)\(\s*name: "([^"]+)"/)
        return starts.enumerated().map { index, start in
            let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : text.endIndex
            let rest = text[start.range.upperBound..<end]
            let list = rest.firstMatch(of: /dependencies: \[([^\]]*)\]/)
            let names = (list?.1 ?? "").split { $0 == "," || $0.isWhitespace }.map {
                products[String($0)] ?? $0.filter { $0 != "\"" }
            }
            return Room(
                name: String(start.2), level: level, isModuleMap: start.1 == "systemLibrary",
                dependencies: Set(names))
        }
    }
}

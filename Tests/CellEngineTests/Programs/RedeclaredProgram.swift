/// A program whose declarations can be replaced, as a list of slots in which each uses earlier ones
/// only.
struct RedeclaredProgram {
    /// A declaration, or a few that belong together, which can be written in many versions.
    struct Slot {
        /// Returns the source of a version.
        let code: @Sendable (Version) -> String
        /// An expression with the slot's value; nil for a slot that other slots show.
        var use: String?
        /// The slots of the same family that it cannot do without, by their position in the family.
        var needs: [Int] = []
        /// Indicates whether its value changes variables, so that only the last cell uses it.
        var changesState = false
        /// Indicates whether its users are told of when it is replaced, which those of members and
        /// operators are not.
        var tellsUsers = true
        /// What a note calls it as a user of what is replaced; nil where it is not told of, such as
        /// for a variable, which already has its value.
        var title: String?
    }

    /// What the source of a slot depends on.
    struct Version: Sendable {
        /// The number of the version.
        let number: Int
        /// The numbers of the versions of all slots of the family.
        let family: [Int]
        /// A string literal with the number and the values of the slots that are used.
        let text: String

        /// Returns one of several texts.
        func pick(_ texts: String...) -> String { texts[number % texts.count] }
    }

    /// A slot in the program.
    private struct Place {
        let slot: Slot
        /// The family's places.
        var family: [Int] = []
        /// The places that the slot uses.
        var uses: Set<Int> = []
        /// The number of the version.
        var number = 0
    }

    /// The slots.
    private var places: [Place] = []

    /// The random numbers.
    private var generator: ProgramGenerator

    /// Creates a program with a number of families.
    init(seed: UInt64, families: Int) {
        generator = ProgramGenerator(seed: seed, suffix: "_\(seed)_")
        let lists = (0..<families).map { _ -> [Slot] in
            let family = Self.families[Int.random(in: 0..<Self.families.count, using: &generator)]
            return family(&generator)
        }
        // The families are shuffled into each other.
        var rest = lists.map { $0[...] }
        var family = lists.map { _ in [Int]() }
        while let index = rest.indices.filter({ !rest[$0].isEmpty }).randomElement(
            using: &generator)
        {
            family[index].append(places.count)
            places.append(Place(slot: rest[index].removeFirst(), family: [index]))
        }
        for index in places.indices {
            places[index].family = family[places[index].family[0]]
            change(index)
        }
    }

    /// The indices of the slots.
    var indices: Range<Int> { places.indices }

    /// Returns a random number.
    mutating func number(_ range: ClosedRange<Int>) -> Int { generator.number(range) }

    /// Gives a slot another version, which may use other slots.
    mutating func change(_ index: Int) {
        let earlier = places[index].number
        repeat {
            places[index].number = generator.number(10...99)
        } while places[index].number == earlier
        let others = (0..<index).filter { other in
            let slot = places[other].slot
            return slot.use != nil && !slot.changesState && generator.chance(max(index / 2, 3))
        }
        let needed = places[index].slot.needs.map { places[index].family[$0] }
        places[index].uses = Set(others + needed)
    }

    /// Returns whether a slot uses one of some slots directly.
    func uses(_ index: Int, anyOf others: Set<Int>) -> Bool {
        !places[index].uses.isDisjoint(with: others)
    }

    /// Returns the users that a note on the replacement of a slot has to name.
    func titlesOfUsers(of index: Int) -> [(index: Int, title: String)] {
        guard places[index].slot.tellsUsers, let name = Self.name(in: code(of: index)) else {
            return []
        }
        return places.indices.compactMap { user in
            guard places[user].uses.contains(index), let title = places[user].slot.title,
                Self.words(in: code(of: user)).contains(name)
            else { return nil }
            return (user, title)
        }
    }

    /// Returns the name that a source declares first, other than in an import.
    private static func name(in code: String) -> Substring? {
        let keyword = /(?:^|[^.\w])(?:func|let|var|struct|enum|class|protocol|typealias) (\w+)/
        return code.split(separator: "\n").lazy.filter { !$0.hasPrefix("import") }
            .compactMap { $0.firstMatch(of: keyword)?.output.1 }.first
    }

    /// Returns the words of a source.
    private static func words(in code: String) -> Set<Substring> {
        Set(code.split { !$0.isLetter && !$0.isNumber && $0 != "_" })
    }

    /// Returns the source of a slot.
    func code(of index: Int) -> String {
        let place = places[index]
        let values = place.uses.sorted().map { places[$0].slot }.filter { !$0.changesState }
            .compactMap(\.use).map { "\\(\($0))" }
        let text = "\"[" + (values + ["\(place.number)"]).joined(separator: " ") + "]\""
        return place.slot.code(
            Version(
                number: place.number, family: place.family.map { places[$0].number }, text: text))
    }

    /// A cell that prints the values of all slots.
    var print: String {
        let lines = places.indices.compactMap { index in
            places[index].slot.use.map { "print(\(index), \($0))" }
        }
        return (["print(\"<values>\")"] + lines).joined(separator: "\n")
    }
}

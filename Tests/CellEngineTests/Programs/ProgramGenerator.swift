import TestSupport

/// A generator of random programs, as the items at the top level of one file.
///
/// A program consists of parts, each of which exercises one area of the language: a part is a list
/// of items, in which every name is declared before it is used. The parts are shuffled into each
/// other.
struct ProgramGenerator: RandomNumberGenerator {
    /// The source of random numbers.
    private var numbers: SeededGenerator

    /// The suffix of every name of the program, so that programs can share a session.
    private let suffix: String

    /// The number of names created.
    private var count = 0

    /// The names that the program declares without the suffix.
    private var claimed: Set<String> = []

    /// Creates a generator whose programs depend only on a seed.
    init(seed: UInt64, suffix: String = "") {
        numbers = SeededGenerator(seed: seed)
        self.suffix = suffix
    }

    mutating func next() -> UInt64 { numbers.next() }

    /// Returns a new name.
    mutating func name(_ base: String) -> String {
        count += 1
        return "\(base)\(suffix)\(count)"
    }

    /// Reserves a name that a program can declare only once; returns false if it has been reserved.
    mutating func claim(_ name: String) -> Bool { claimed.insert(name).inserted }

    /// Returns a small number.
    mutating func number(_ range: ClosedRange<Int> = 2...9) -> Int {
        Int.random(in: range, using: &self)
    }

    /// Returns true with a probability of one in `oneIn`.
    mutating func chance(_ oneIn: Int = 2) -> Bool { Int.random(in: 0..<oneIn, using: &self) == 0 }

    /// Returns one of several values.
    mutating func pick<T>(_ choices: T...) -> T {
        choices[Int.random(in: 0..<choices.count, using: &self)]
    }

    /// A part of a program.
    typealias Part = (inout ProgramGenerator) -> [String]

    /// Returns a program with a number of parts.
    mutating func program(parts: Int) -> [String] {
        var lists: [[String]] = []
        for _ in 0..<parts {
            // Half of the parts are programs of the chapters, which are split elsewhere here.
            lists.append(chance() ? chapterProgram() : randomPart())
        }
        return shuffle(lists)
    }

    /// Returns a part of a program that is made at random.
    private mutating func randomPart() -> [String] {
        Self.allParts[Int.random(in: 0..<Self.allParts.count, using: &self)](&self)
    }

    /// Returns one of the programs of the chapters.
    private mutating func chapterProgram() -> [String] {
        let programs = ChapterProgramTests.corpora.flatMap(\.self)
        let program = programs[Int.random(in: 0..<programs.count, using: &self)]
        guard claim(program) else { return randomPart() }
        return ChapterProgramTests.cells(of: program, suffix: name(""))
    }

    /// Shuffles lists into each other, preserving the order of each.
    private mutating func shuffle(_ lists: [[String]]) -> [String] {
        var rest = lists.map { $0[...] }.filter { !$0.isEmpty }
        var result: [String] = []
        while !rest.isEmpty {
            let index = Int.random(in: 0..<rest.count, using: &self)
            result.append(rest[index].removeFirst())
            if rest[index].isEmpty { rest.remove(at: index) }
        }
        return result
    }

    /// Splits a program into cells at random.
    mutating func split(_ items: [String]) -> [String] {
        var cells: [[String]] = []
        for item in items {
            if cells.isEmpty || !chance(3) { cells.append([]) }
            cells[cells.count - 1].append(item)
        }
        return cells.map { $0.joined(separator: "\n") }
    }

    /// All parts.
    static var allParts: [Part] {
        classParts + operatorParts + typeParts + protocolParts + extensionParts + statementParts
    }
}

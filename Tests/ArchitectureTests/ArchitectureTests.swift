import TestSupport
import Testing

@Suite struct ArchitectureTests {
    /// The toolchain modules that only some rooms may import; all others are unrestricted.
    private static let reserved: [String: Set<String>] = [
        "Dispatch": ["CellCompiler"],
        "SwiftIfConfig": ["CellCompiler"],
        "SwiftParser": ["CellCompiler"],
        "SwiftSyntax": ["CellCompiler"],
        "_Concurrency": ["cell-worker"],
        "CElementaryFunctions": ["RNNToolkit"],
        "Glibc": [], "Synchronization": [],
    ]

    private let manifest: Manifest
    private let files: [SourceFile]

    init() throws {
        manifest = try Manifest()
        files = try SourceFile.all()
    }

    @Test func theManifestIsUnderstood() {
        #expect(manifest.rooms.count > 20)
        #expect(files.count > 300)
        #expect(manifest.rooms["unroll"]?.dependencies.contains("KernelServer") == true)
        #expect(manifest.rooms["CellEngine"]?.dependencies.contains("Logging") == true)
        #expect(Set(files.map(\.room)).isSubset(of: manifest.rooms.keys))
    }

    @Test func arrowsPointDown() {
        for room in manifest.rooms.values {
            for name in room.dependencies {
                guard let lower = manifest.rooms[name] else { continue }
                #expect(lower.level < room.level, "\(room.name) stands on \(name)")
            }
        }
    }

    /// The README's table lists every room at its level.
    @Test func theReadmeKnowsTheRooms() throws {
        var levels: [String: Int] = [:]
        var level = 0
        for line in try Repository.text(of: "README.md").split(separator: "\n") {
            guard let row = line.firstMatch(of: /^\| ?(\d?) ?\| (`[^|]*`) \|/) else { continue }
            level = Int(row.1) ?? level
            for name in row.2.matches(of: /`([^`]+)`/) { levels[String(name.1)] = level }
        }
        #expect(levels == manifest.rooms.mapValues(\.level))
    }

    @Test func noTypeHasItsNameInTwoRooms() {
        let rooms = files.reduce(into: [String: Set<String>]()) { rooms, file in
            for type in file.types { rooms[type, default: []].insert(file.room) }
        }
        for (type, rooms) in rooms where rooms.count > 1 {
            Issue.record("\(type) is a type in \(rooms.sorted().joined(separator: " and in "))")
        }
        for type in rooms.keys where manifest.rooms[type] != nil {
            Issue.record("\(type) is a type and a room")
        }
    }

    /// The mathematical rooms can be used without notebooks and files.
    @Test func theMathsKnowsNoFiles() {
        let forbidden: Set = [
            "Files", "TensorFiles", "SequenceTasks", "JSON", "Display", "Plotting",
        ]
        for file in files where file.room == "Recurrent" {
            #expect(file.imports.isDisjoint(with: forbidden), "\(file.path)")
        }
    }

    @Test func roomsImportOnlyWhatTheyStandOn() {
        for file in files {
            let allowed = manifest.rooms[file.room]?.dependencies ?? []
            for module in file.imports.subtracting(allowed) {
                let rooms = Self.reserved[module]
                #expect(
                    rooms.map { $0.isEmpty || $0.contains(file.room) } == true,
                    "\(file.path) imports \(module)")
            }
        }
    }

    @Test func roomsImportWhatTheySayTheyStandOn() {
        for room in manifest.rooms.values where !room.isModuleMap {
            let files = files.filter { $0.room == room.name }
            guard !files.isEmpty else { continue }
            let imports = files.reduce(into: Set<String>()) { $0.formUnion($1.imports) }
            let unused = room.dependencies.subtracting(imports)
            #expect(unused.isEmpty, "\(room.name) does not import \(unused.sorted())")
        }
    }

    /// The consequences of a cell are determined without a process, a file, a clock or an actor.
    @Test func theSessionIsValuesOnly() {
        let effects = [
            "actor ", "async ", "await ", "Task ", "ChildProcess", "Descriptor", "EventLoop",
            "TemporaryFolder", "Clock", "fopen", "open(",
        ]
        for file in files where file.room == "CellSession" {
            for effect in effects {
                #expect(!file.code.contains(effect), "\(file.path) has to do with \(effect)")
            }
        }
    }

    /// Foundation costs every start some milliseconds, and makes a statically linked program
    /// larger.
    @Test func nobodyImportsFoundation() {
        for file in files {
            #expect(
                !file.imports.contains { $0.hasPrefix("Foundation") },
                "\(file.path) imports Foundation")
        }
    }

    @Test func librariesInCHaveOneImporterEach() {
        for room in manifest.rooms.values where room.name.wholeMatch(of: /C[A-Z]\w+/) != nil {
            guard files.allSatisfy({ $0.room != room.name }) else { continue }
            let importers = Set(files.filter { $0.imports.contains(room.name) }.map(\.room))
            #expect(importers.count == 1, "\(room.name) is imported by \(importers.sorted())")
        }
    }

    @Test func filesAreNamedAfterTheTypesInThem() {
        for file in files where !file.types.isEmpty && !file.path.contains("+") {
            // A request and its reply share a file.
            if file.path.contains("/Contents/"), file.types.count > 1 { continue }
            #expect(file.types.contains(file.stem), "\(file.path) declares \(file.types)")
        }
    }
}

internal import Files

/// The running processes as reported by the system.
///
/// - Source: proc(5).
public struct ProcessTable: Sendable, Hashable {
    /// A running process.
    public struct Entry: Sendable, Hashable {
        /// The process ID.
        public let id: Int
        /// The process ID of the parent.
        public let parent: Int
        /// The processor time in clock ticks.
        public let ticks: Int

        /// Creates an entry.
        public init(id: Int, parent: Int, ticks: Int) {
            self.id = id
            self.parent = parent
            self.ticks = ticks
        }
    }

    /// All running processes.
    public let entries: [Entry]

    /// Creates a table from entries.
    public init(entries: [Entry]) {
        self.entries = entries
    }

    /// Reads the table of running processes.
    public static func current() -> ProcessTable {
        let processes = FolderListing.names(in: "/proc").filter { Int($0) != nil }
        return ProcessTable(
            entries: processes.compactMap { process in
                (try? WholeFile.readText("/proc/\(process)/stat")).flatMap(entry(parsing:))
            })
    }

    /// Parses a line of `/proc/PID/stat`, whose second field is a name that may contain anything.
    public static func entry(parsing text: String) -> Entry? {
        guard let id = text.split(separator: " ").first.flatMap({ Int($0) }),
            let end = text.lastIndex(of: ")")
        else { return nil }
        // From the third field on: state, parent and so on, with the ticks as the 14th and 15th.
        let fields = text[text.index(after: end)...].split(separator: " ")
        guard fields.count > 12, let parent = Int(fields[1]), let user = Int(fields[11]),
            let system = Int(fields[12])
        else { return nil }
        return Entry(id: id, parent: parent, ticks: user + system)
    }

    /// Returns a process and all its descendants.
    public func family(of id: Int) -> [Entry] {
        let children = Dictionary(grouping: entries, by: \.parent)
        var family = entries.filter { $0.id == id }
        var index = 0
        while index < family.count {
            family += children[family[index].id] ?? []
            index += 1
        }
        return family
    }
}

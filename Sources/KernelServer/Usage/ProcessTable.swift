internal import Files

/// What the system tells about running processes.
///
/// - Source: proc(5).
package struct ProcessTable: Sendable, Hashable {
    /// A running process.
    package struct Entry: Sendable, Hashable {
        /// What identifies it.
        package let id: Int
        /// What identifies the one that started it, or has taken it over.
        package let parent: Int
        /// The processor time it has had, in clock ticks.
        package let ticks: Int

        /// Describes a process.
        package init(id: Int, parent: Int, ticks: Int) {
            self.id = id
            self.parent = parent
            self.ticks = ticks
        }
    }

    /// All running processes.
    package let entries: [Entry]

    /// Takes a list of processes.
    package init(entries: [Entry]) {
        self.entries = entries
    }

    /// Reads the processes that are running.
    package static func current() -> ProcessTable {
        let processes = FolderListing.names(in: "/proc").filter { Int($0) != nil }
        return ProcessTable(
            entries: processes.compactMap { process in
                (try? WholeFile.readText("/proc/\(process)/stat")).flatMap(entry(parsing:))
            })
    }

    /// Reads a line about a process, whose second field is a name that may hold anything.
    package static func entry(parsing text: String) -> Entry? {
        guard let id = text.split(separator: " ").first.flatMap({ Int($0) }),
            let end = text.lastIndex(of: ")")
        else { return nil }
        // From the third field on: state, parent, …, with the ticks as the 14th and the 15th.
        let fields = text[text.index(after: end)...].split(separator: " ")
        guard fields.count > 12, let parent = Int(fields[1]), let user = Int(fields[11]),
            let system = Int(fields[12])
        else { return nil }
        return Entry(id: id, parent: parent, ticks: user + system)
    }

    /// Returns a process and all that descend from it.
    package func family(of id: Int) -> [Entry] {
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

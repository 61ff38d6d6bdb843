internal import Files
internal import Glibc
internal import Processes

/// What this process and its copies share beyond memory, as it is at some moment: where they are in
/// open files, how descriptors behave, and how terminals do.
struct SharedState {
    /// How a descriptor is.
    private struct Entry {
        /// Its number.
        let number: Int32
        /// Where in the file it is; negative, where there are no places.
        let offset: off_t
        /// How it behaves.
        let flags: Int32
        /// How the terminal behaves, where it is one.
        let terminal: termios?
    }

    /// The descriptors.
    private let entries: [Entry]

    /// Looks at all descriptors but the worker's own.
    static func ofThisProcess() -> SharedState {
        let numbers = FolderListing.names(in: "/proc/self/fd").compactMap { Int32($0) }
        return SharedState(
            entries: numbers.filter { $0 < OwnDescriptors.lowest }.compactMap(entry))
    }

    /// Looks at a descriptor; nothing, where it is not open.
    private static func entry(of number: Int32) -> Entry? {
        let flags = fcntl(number, F_GETFL)
        guard flags >= 0 else { return nil }
        var terminal = termios()
        let isTerminal = tcgetattr(number, &terminal) == 0
        return Entry(
            number: number, offset: lseek(number, 0, SEEK_CUR), flags: flags,
            terminal: isTerminal ? terminal : nil)
    }

    /// Makes everything as it was, as far as a copy has changed it.
    func putBack() {
        for entry in entries {
            guard let now = Self.entry(of: entry.number) else { continue }
            if entry.offset >= 0, now.offset != entry.offset {
                lseek(entry.number, entry.offset, SEEK_SET)
            }
            if now.flags != entry.flags { _ = fcntl(entry.number, F_SETFL, entry.flags) }
            // What is said of a terminal from the background would stop the process.
            if var terminal = entry.terminal { tcsetattr(entry.number, TCSANOW, &terminal) }
        }
    }
}

internal import Files
internal import Glibc
internal import Processes

/// A snapshot of state that this process and its forks share beyond memory: file offsets,
/// descriptor flags, and terminal settings.
struct SharedState {
    /// The state of a descriptor.
    private struct Entry {
        /// The number of the descriptor.
        let number: Int32
        /// The offset in the file; negative if the file is not seekable.
        let offset: off_t
        /// The status flags.
        let flags: Int32
        /// The settings of the terminal, or `nil` if it is not one.
        let terminal: termios?
    }

    /// The states of the descriptors.
    private let entries: [Entry]

    /// Records the state of all descriptors except the worker's own.
    static func ofThisProcess() -> SharedState {
        let numbers = FolderListing.names(in: "/proc/self/fd").compactMap { Int32($0) }
        return SharedState(
            entries: numbers.filter { $0 < OwnDescriptors.lowest }.compactMap(entry))
    }

    /// Returns the state of a descriptor, or `nil` if it is not open.
    private static func entry(of number: Int32) -> Entry? {
        let flags = fcntl(number, F_GETFL)
        guard flags >= 0 else { return nil }
        var terminal = termios()
        let isTerminal = tcgetattr(number, &terminal) == 0
        return Entry(
            number: number, offset: lseek(number, 0, SEEK_CUR), flags: flags,
            terminal: isTerminal ? terminal : nil)
    }

    /// Restores the state as far as a fork has changed it.
    func putBack() {
        for entry in entries {
            guard let now = Self.entry(of: entry.number) else { continue }
            if entry.offset >= 0, now.offset != entry.offset {
                lseek(entry.number, entry.offset, SEEK_SET)
            }
            if now.flags != entry.flags { _ = fcntl(entry.number, F_SETFL, entry.flags) }
            // Changing a terminal from the background would otherwise stop the process.
            if var terminal = entry.terminal { tcsetattr(entry.number, TCSANOW, &terminal) }
        }
    }
}

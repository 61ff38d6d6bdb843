import Files
import Glibc
import Processes
import TestSupport

/// A call of the system that fails once during a run.
struct FaultyCall: Sendable, CustomStringConvertible {
    /// The kinds of calls, in the order of `enum kind` in faulty_calls.c.
    enum Kind: Int, CaseIterable {
        case open, read, write, sync, rename, remove, folder, list, stat, map, fork, exec, pipe
        case socket, send, receive, copy, epoll, wait, thread, handle

        /// The errors with which the system may answer.
        var errors: [Int32] {
            switch self {
            case .open: [ENOSPC, EMFILE, EIO, EROFS, EACCES, EINTR]
            case .read: [EIO, EINTR, FaultyCall.short]
            case .write: [ENOSPC, EIO, EINTR, FaultyCall.short]
            case .sync: [EIO, ENOSPC, EINTR]
            case .rename: [ENOSPC, EROFS, EIO]
            case .remove: [EROFS, EIO]
            case .folder: [ENOSPC, EROFS]
            case .list: [EMFILE, EIO]
            case .stat: [EIO, EACCES]
            case .map: [ENOMEM]
            case .fork: [EAGAIN, ENOMEM]
            case .exec: [ENOMEM, EACCES]
            case .pipe: [EMFILE]
            case .socket: [EMFILE, ENOMEM]
            case .send, .receive: [EINTR, FaultyCall.short]
            case .copy: [EMFILE, EINTR]
            case .epoll: [EMFILE, ENOMEM]
            case .wait: [EINTR]
            case .thread: [EAGAIN]
            case .handle: [EMFILE, ENOMEM]
            }
        }
    }

    /// The roles of processes, in the order of `enum role` in faulty_calls.c.
    enum Role: Int, CaseIterable {
        case runner, kernel, compiler, worker, other
    }

    /// The error that stands for a call that does only a part of its work.
    static let short: Int32 = 1000

    /// The processes that make the call.
    let role: Role

    /// The kind of the call.
    let kind: Kind

    /// The number of such calls of these processes before it.
    let number: Int

    /// The error.
    let error: Int32

    /// Chooses a call among those that a run makes.
    init(counts: CallCounts, numbers: inout SeededGenerator) {
        let places = Role.allCases.flatMap { role in Kind.allCases.map { (role, $0) } }
            .filter { counts[$0.0, $0.1] > 0 }
        let (role, kind) = places.randomElement(using: &numbers) ?? (.kernel, .open)
        let count = max(counts[role, kind], 1)
        // The beginning of a run is where most depends on each call.
        let most = Int.random(in: 0..<3, using: &numbers) == 0 ? min(count, 12) : count
        (self.role, self.kind) = (role, kind)
        number = Int.random(in: 0..<most, using: &numbers)
        error = kind.errors.randomElement(using: &numbers) ?? EIO
    }

    /// Creates a call that no process makes, with which calls are only counted.
    init() { (role, kind, number, error) = (.other, .handle, Int(Int32.max), EIO) }

    var description: String {
        let name = error == Self.short ? "does a part" : "fails: \(ErrorNumber(error))"
        return "\(kind) \(number) of the \(role) \(name)"
    }

    /// The words of the file through which processes learn of the call.
    private var words: [UInt32] {
        [UInt32(role.rawValue), UInt32(kind.rawValue), UInt32(number), UInt32(error), 0, 0, 0, 0]
    }

    /// The length of the file after the words, for counts and places.
    private static let restLength = 4 * Role.allCases.count * Kind.allCases.count + 2048

    /// Writes the file.
    func write(to path: String) throws {
        let head = words.flatMap { word in
            (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
        }
        try WholeFile.write(head + [UInt8](repeating: 0, count: Self.restLength), to: path)
    }
}

/// The calls of a run.
struct CallCounts: Sendable {
    /// The words of the file after a run.
    private let words: [UInt32]

    /// The places in programs and libraries from which the call that failed was made.
    let places: String

    /// Reads the file.
    init(_ path: String) throws {
        let bytes = try WholeFile.read(path)
        let count = Self.head + FaultyCall.Role.allCases.count * FaultyCall.Kind.allCases.count
        words = (0..<count).map { word in
            (0..<4).reduce(0) { $0 | UInt32(bytes[4 * word + $1]) << UInt32(8 * $1) }
        }
        places = String(decoding: bytes[(4 * count)...].prefix { $0 != 0 }, as: UTF8.self)
    }

    /// The number of words before the counts.
    private static let head = 8

    /// A sentence about a process that has ended by a signal which nobody has sent, or `nil` if
    /// there was none.
    ///
    /// The compiler is a library that ends its process where it gets no thread or memory. Then it is
    /// started again.
    var crash: String? {
        guard words[6] != 0, words[0] != UInt32(FaultyCall.Role.compiler.rawValue) else {
            return nil
        }
        let role = FaultyCall.Role(rawValue: Int(words[7])).map { "\($0)" } ?? ""
        return "a process was ended by \(SignalName.name(of: Int32(words[6]))), seen by the \(role)"
    }

    /// Indicates whether the call has failed.
    var hasFailed: Bool { words[4] == 1 }

    /// The number of calls of a kind in processes of a role.
    subscript(role: FaultyCall.Role, kind: FaultyCall.Kind) -> Int {
        Int(words[Self.head + role.rawValue * FaultyCall.Kind.allCases.count + kind.rawValue])
    }
}

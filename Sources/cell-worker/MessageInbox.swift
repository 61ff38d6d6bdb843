internal import CellProtocol
internal import Glibc
internal import Processes

/// A mailbox for messages of the kernel to the threads of this process: between cells, the main
/// thread waits for commands while others may wait for answers.
///
/// One of the waiting threads reads the channel, and wakes the others when it has received a
/// message.
// Unchecked: mutable state is protected by the lock.
final class MessageInbox: @unchecked Sendable {
    /// A message with its descriptors.
    typealias Message = (command: WorkerCommand, descriptors: [Descriptor])

    /// The underlying channel.
    private let line: MessageChannel<WorkerEvent, WorkerCommand>

    /// The received messages that have not been taken yet.
    private var heard: [Message] = []

    /// Indicates whether a thread is reading the channel.
    private var isListening = false

    /// Indicates whether the channel is closed.
    private var hasEnded = false

    /// The lock, and the condition for which the other threads wait.
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let change: UnsafeMutablePointer<pthread_cond_t>

    /// Creates a mailbox for a channel.
    init(_ line: MessageChannel<WorkerEvent, WorkerCommand>) {
        self.line = line
        lock = .allocate(capacity: 1)
        change = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
        pthread_cond_init(change, nil)
    }

    deinit {
        pthread_cond_destroy(change)
        pthread_mutex_destroy(lock)
        lock.deallocate()
        change.deallocate()
    }

    /// Blocks until there is a message of the wanted kind, and returns it; returns `nil` if the
    /// kernel has ended.
    func next(where isMeant: (WorkerCommand) -> Bool) -> Message? {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while true {
            if let index = heard.firstIndex(where: { isMeant($0.command) }) {
                return heard.remove(at: index)
            }
            if hasEnded { return nil }
            if isListening { pthread_cond_wait(change, lock) } else { listen() }
        }
    }

    /// Reads one message without holding the lock.
    private func listen() {
        isListening = true
        pthread_mutex_unlock(lock)
        let message = try? line.receiveBlocking()
        pthread_mutex_lock(lock)
        isListening = false
        if let message { heard.append(message) } else { hasEnded = true }
        pthread_cond_broadcast(change)
    }
}

extension WorkerCommand {
    /// Indicates whether the command answers a request of a cell.
    var isAnswer: Bool {
        switch self {
        case .proceed, .line, .refuseInput: true
        case .run, .leave, .adopt, .branch: false
        }
    }
}

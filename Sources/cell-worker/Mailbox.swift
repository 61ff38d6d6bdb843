internal import CellProtocol
internal import Glibc
internal import Processes

/// What the kernel says to this process, for whichever thread it is meant: between cells, the main
/// thread listens for orders while others may wait for answers.
///
/// One of those who wait listens to the line, and wakes the others when it has heard something.
// Unchecked: what changes is changed under the lock.
final class Mailbox: @unchecked Sendable {
    /// A message with its descriptors.
    typealias Message = (command: WorkerCommand, descriptors: [Descriptor])

    /// The line.
    private let line: MessageChannel<WorkerEvent, WorkerCommand>

    /// What has been heard and not been taken yet.
    private var heard: [Message] = []

    /// Whether somebody listens.
    private var isListening = false

    /// Whether nothing more will be heard.
    private var hasEnded = false

    /// The lock, and what those who do not listen wait for.
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let change: UnsafeMutablePointer<pthread_cond_t>

    /// Listens to a line.
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

    /// Blocks until there is a message of a kind, and returns it; nothing, where the kernel is gone.
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

    /// Hears one message, without the lock.
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
    /// Whether it is the answer to something that a cell has said or asked.
    var isAnswer: Bool {
        switch self {
        case .proceed, .line, .refuseInput: true
        case .run, .leave: false
        }
    }
}

internal import CProcesses
internal import Glibc

/// A process that this process has started.
public final class ChildProcess: Sendable {
    /// The process ID.
    public let identifier: Int32

    /// The pidfd, which becomes readable when the process ends.
    private let handle: Descriptor

    /// Starts a process.
    ///
    /// To start one that dies with its parent, call this on a thread that lives as long as the
    /// process should, such as an event loop's: Linux sends the signal when that thread ends.
    ///
    /// - Throws: `ProcessError` with the program and the cause.
    public init(starting configuration: ProcessConfiguration) throws(ProcessError) {
        let operation = "start \(configuration.executable)"
        let child = try ProcessError.checkShim(operation, Self.spawn(configuration))
        identifier = child
        let pidfd = processes_pidfd_open(child)
        if pidfd < 0 {
            kill(child, SIGKILL)
            waitpid(child, nil, 0)
        }
        handle = Descriptor(owning: try ProcessError.checkShim(operation, pidfd))
    }

    /// Waits for the process to end, without blocking a thread, and returns its exit.
    ///
    /// Call this only once per process: it also reaps the process.
    public func exit(on loop: EventLoop) async -> ProcessExit {
        await loop.waitUntilReadable(handle)
        return waitForExit()
    }

    /// Waits for the process to end, blocking the thread, and returns its exit.
    ///
    /// Call this only once per process: it also reaps the process.
    public func waitForExit() -> ProcessExit {
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        return ProcessExit(waitStatus: status)
    }

    /// Blocks until the process has ended or a time has come; returns whether it has ended.
    func hasEnded(by deadline: ContinuousClock.Instant) -> Bool {
        handle.isReadable(by: deadline)
    }

    /// Sends a signal to the process; does nothing if it has ended.
    public func send(signal: Int32) { kill(identifier, signal) }

    /// Sends a signal to the process group, which the process must lead.
    public func sendToGroup(signal: Int32) { kill(-identifier, signal) }

    // MARK: Starting

    /// Starts a process and returns its ID, or the negated errno.
    private static func spawn(_ configuration: ProcessConfiguration) -> pid_t {
        let arguments = CStrings([configuration.executable] + configuration.arguments)
        let environment = CStrings(
            configuration.environment?.map { "\($0.key)=\($0.value)" } ?? currentEnvironment())
        let directory = CStrings(configuration.workingDirectory.map { [$0] } ?? [])
        let descriptors = configuration.descriptors.map { $0?.number ?? -1 }
        let processors = configuration.processors.map { Int32(clamping: $0) }
        return withExtendedLifetime((arguments, environment, directory, configuration)) {
            descriptors.withUnsafeBufferPointer { descriptors in
                processors.withUnsafeBufferPointer { processors in
                    var request = processes_spawn_request(
                        path: arguments.pointers[0], arguments: arguments.base,
                        environment: environment.base, directory: directory.pointers[0],
                        descriptors: descriptors.baseAddress, descriptor_count: descriptors.count,
                        new_group: configuration.leadsProcessGroup ? 1 : 0,
                        signal_at_parents_end: configuration.signalAtParentsEnd,
                        processors: processors.baseAddress, processor_count: processors.count,
                        is_expendable: configuration.isExpendable ? 1 : 0)
                    return processes_spawn(&request)
                }
            }
        }
    }

    /// Returns the environment of this process as `NAME=value` strings.
    private static func currentEnvironment() -> [String] {
        var result: [String] = []
        var entry = environ
        while let text = entry.pointee {
            result.append(String(cString: text))
            entry += 1
        }
        return result
    }
}

/// A null-terminated C array of strings.
final class CStrings {
    /// The pointers, including the terminating null pointer.
    let pointers: UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>

    /// Copies some strings.
    init(_ strings: [String]) {
        pointers = .allocate(capacity: strings.count + 1)
        for (index, string) in strings.enumerated() {
            pointers.initializeElement(at: index, to: strdup(string))
        }
        pointers.initializeElement(at: strings.count, to: nil)
    }

    deinit {
        for pointer in pointers { free(pointer) }
        pointers.deallocate()
    }

    /// The address of the array.
    var base: UnsafePointer<UnsafeMutablePointer<CChar>?>? { UnsafePointer(pointers.baseAddress) }
}

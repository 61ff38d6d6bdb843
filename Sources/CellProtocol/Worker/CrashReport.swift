/// What a process could note while a signal ended it.
public struct CrashReport: Codable, Sendable, Hashable {
    /// The signal.
    public var signal: Int32

    /// Whether the stack was exhausted.
    public var isStackOverflow: Bool

    /// What the runtime said before it gave up; empty where it said nothing.
    public var message: String

    /// Where the process was, the innermost call first.
    public var frames: [Frame]

    /// Makes a report.
    public init(signal: Int32, isStackOverflow: Bool, message: String, frames: [Frame]) {
        self.signal = signal
        self.isStackOverflow = isStackOverflow
        self.message = message
        self.frames = frames
    }

    /// A call that had not returned.
    public struct Frame: Codable, Sendable, Hashable {
        /// The path of the object that holds the code.
        public var object: String
        /// The address, counted from where the object was loaded.
        public var offset: UInt64

        /// Makes a frame.
        public init(object: String, offset: UInt64) {
            self.object = object
            self.offset = offset
        }
    }
}

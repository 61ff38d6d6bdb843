internal import CellSession
internal import Glibc

/// What a person can set while the engine runs.
public struct EngineSettings: Sendable, Hashable {
    /// How many cells can be undone.
    public var undoCount = 10

    /// How much memory the states before those cells may hold, in bytes.
    public var undoMemory: Int

    /// How much memory the session may hold while a cell runs, in bytes.
    public var cellMemory: Int

    /// How many characters of a value are shown; what is longer is cut in the middle.
    public var shownLength = 10_000

    /// Makes the settings that suit this machine.
    public init() {
        let memory = SystemMemory.limit
        undoMemory = memory / 4
        cellMemory = memory / 5 * 4
    }

    /// The names of the settings.
    package enum Name: String, CaseIterable, Sendable {
        /// How many cells can be undone.
        case undoCount = "undo-count"
        /// How much memory the states before those cells may hold.
        case undoMemory = "undo-memory"
        /// How much memory the session may hold while a cell runs.
        case cellMemory = "cell-memory"
        /// How many characters of a value are shown.
        case shownLength = "shown-length"

        /// The variable of the environment with the value at the start.
        var variable: String { "UNROLL_" + rawValue.uppercased().replacing("-", with: "_") }
    }

    /// Makes the settings that suit this machine, changed by what the environment says.
    ///
    /// - Throws: `SettingError`, where a variable's value cannot be understood.
    public init(environment: [String: String]) throws(SettingError) {
        self.init()
        for name in Name.allCases {
            guard let value = environment[name.variable] else { continue }
            guard set(name, to: value) else {
                throw SettingError(name: name.variable, value: value)
            }
        }
    }

    /// Changes a setting; returns whether the value could be understood.
    @discardableResult
    package mutating func set(_ name: Name, to value: String) -> Bool {
        switch name {
        case .undoCount:
            guard let count = Int(value), count >= 0 else { return false }
            undoCount = count
        case .undoMemory:
            guard let size = MemorySize(value) else { return false }
            undoMemory = size.bytes
        case .shownLength:
            guard let length = Int(value), length >= 100 else { return false }
            shownLength = length
        case .cellMemory:
            guard let size = MemorySize(value) else { return false }
            cellMemory = size.bytes
        }
        return true
    }

    /// Returns a setting as a person reads it.
    func text(of name: Name) -> String {
        switch name {
        case .undoCount: String(undoCount)
        case .undoMemory: MemorySize(bytes: undoMemory).description
        case .cellMemory: MemorySize(bytes: cellMemory).description
        case .shownLength: String(shownLength)
        }
    }
}

/// A setting whose value cannot be understood.
public struct SettingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The setting, as it was named.
    let name: String
    /// Its value.
    let value: String

    /// What is wrong, and what would be right.
    public var description: String {
        "\(name) cannot be '\(value)': use a number, for memory with a unit, such as 2GB"
    }
}

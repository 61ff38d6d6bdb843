public import CellProtocol
internal import CellSession
internal import Glibc
internal import Processes

/// The settings that the user can change while the engine runs.
public struct EngineSettings: Sendable, Hashable {
    /// The number of cells that can be undone.
    public var undoCount = 10

    /// The memory limit of the states before those cells, in bytes.
    public var undoMemory: Int

    /// The memory limit of the session while a cell runs, in bytes.
    public var cellMemory: Int

    /// The maximum number of characters shown of a value; longer texts are cut in the middle.
    public var shownLength = 10_000

    /// The number of results of cells that are kept for `Out`.
    public var keptResults = 100

    /// The choice of cells that are optimized.
    public var optimization = Optimization.automatic

    /// A choice of cells that are optimized.
    public enum Optimization: String, Sendable, CaseIterable {
        /// Cells with loops or functions.
        case automatic
        /// No cell, which is compiled fastest.
        case none
        /// Every cell, which runs fastest.
        case speed

        /// Returns whether to optimize a cell that may have loops or functions.
        func optimizes(loopsOrFunctions: Bool) -> Bool {
            switch self {
            case .automatic: loopsOrFunctions
            case .none: false
            case .speed: true
            }
        }
    }

    /// The language mode in which cells are compiled from now on.
    public var languageMode = LanguageMode.five

    /// Creates the default settings for this machine.
    public init() {
        let memory = SystemMemory.limit
        undoMemory = memory / 4
        cellMemory = memory / 5 * 4
    }

    /// The names of the settings.
    package enum Name: String, CaseIterable, Sendable {
        /// The number of cells that can be undone.
        case undoCount = "undo-count"
        /// The memory limit of the states before those cells.
        case undoMemory = "undo-memory"
        /// The memory limit of the session while a cell runs.
        case cellMemory = "cell-memory"
        /// The maximum number of characters shown of a value.
        case shownLength = "shown-length"
        /// The number of results of cells that are kept.
        case keptResults = "kept-results"
        /// The choice of cells that are optimized.
        case optimization
        /// The language mode of cells.
        case languageMode = "language-mode"

        /// The environment variable with the initial value.
        var variable: String { "UNROLL_" + rawValue.uppercased().replacing("-", with: "_") }
    }

    /// Creates the default settings for this machine, with changes from the environment.
    ///
    /// - Throws: `SettingError` if the value of a variable is invalid.
    public init(environment: [String: String]) throws(SettingError) {
        self.init()
        for name in Name.allCases {
            guard let value = environment[name.variable] else { continue }
            guard set(name, to: value) else {
                throw SettingError(name, spelled: name.variable, value: value)
            }
        }
    }

    /// Changes a setting; returns whether the value was valid.
    @discardableResult
    package mutating func set(_ name: Name, to value: String) -> Bool {
        switch name {
        case .undoCount:
            guard let count = Int(value), count >= 0 else { return false }
            undoCount = count
        case .undoMemory:
            guard let size = MemorySize(value) else { return false }
            undoMemory = size.bytes
        case .keptResults:
            guard let count = Int(value), count >= 0 else { return false }
            keptResults = count
        case .shownLength:
            guard let length = Int(value), length >= 100 else { return false }
            shownLength = length
        case .cellMemory:
            guard let size = MemorySize(value) else { return false }
            cellMemory = size.bytes
        case .optimization:
            guard let choice = Optimization(rawValue: value) else { return false }
            optimization = choice
        case .languageMode:
            guard let mode = Int(value).flatMap(LanguageMode.init) else { return false }
            languageMode = mode
        }
        return true
    }

    /// Returns the value of a setting, for the user.
    func text(of name: Name) -> String {
        switch name {
        case .undoCount: String(undoCount)
        case .undoMemory: MemorySize(bytes: undoMemory).description
        case .cellMemory: MemorySize(bytes: cellMemory).description
        case .shownLength: String(shownLength)
        case .keptResults: String(keptResults)
        case .optimization: optimization.rawValue
        case .languageMode: String(languageMode.rawValue)
        }
    }
}

/// The error thrown when the value of a setting is invalid.
public struct SettingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The setting as it was named.
    let name: String
    /// Its value.
    let value: String
    /// The valid values.
    let valid: String

    /// Creates an error.
    init(_ setting: EngineSettings.Name, spelled name: String, value: String) {
        self.name = name
        self.value = value
        valid =
            switch setting {
            case .languageMode:
                LanguageMode.allCases.map { "\($0.rawValue)" }.joined(separator: " or ")
            case .optimization:
                EngineSettings.Optimization.allCases.map(\.rawValue).joined(separator: ", ")
            default: "a number, for memory with a unit, such as 2GB"
            }
    }

    /// A sentence with the problem and valid values.
    public var description: String { "\(name) cannot be '\(value)': use \(valid)" }
}

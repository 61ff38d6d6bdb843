/// The result of a cell's syntactic analysis: its declarations, the names that it mentions, and its
/// ending.
///
/// Positions are offsets in UTF-8 bytes from the start of the cell's source.
public struct CellAnalysis: Codable, Sendable, Hashable {
    /// The language mode for which the cell was analyzed.
    public var languageMode = LanguageMode.five

    /// Indicates whether the cell contains only white space and comments.
    public var isBlank = false

    /// Indicates whether the source has syntax errors.
    public var hasSyntaxErrors = false

    /// The declarations at the cell's top level, in order.
    public var declarations: [Declaration] = []

    /// The imports at the cell's top level, in order.
    public var imports: [ImportStatement] = []

    /// The names that the cell mentions without binding them locally.
    public var mentions: Set<String> = []

    /// The names that the cell mentions after a dot.
    public var memberMentions: Set<String> = []

    /// Indicates whether the source is being typed, so that names in it may be incomplete.
    public var isUnfinished = false

    /// The operators that the cell uses.
    public var operators: Set<String> = []

    /// The mentions of the cell's own variables by top-level code before they have a value.
    public var earlyMentions: [EarlyMention] = []

    /// The expression at the end of the cell, or `nil` if there is none.
    public var ending: Ending?

    /// Indicates whether code at the top level uses `await`.
    public var isAsync = false

    /// Indicates whether there are loops or functions, which are worth optimizing.
    public var hasLoopsOrFunctions = false

    /// Indicates whether the cell has variables that outlive it: global, or static in a type.
    public var storesState = false

    /// Indicates whether a class, at any depth, inherits from another.
    public var declaresSubclass = false

    /// The names that a `guard` at the top level binds.
    public var guardBindings: [GuardBinding] = []

    /// The places at which values are mentioned that earlier cells ended in.
    public var resultMentions: [ResultMention] = []

    /// The offsets of `#column`, except as a default argument.
    public var columns: [Int] = []

    /// The names that the cell mentions where it may keep a way to the variable: in functions,
    /// closures and types, after `&`, and in arguments of macros.
    public var capturedNames: Set<String> = []

    /// Indicates whether a parameter is an `@autoclosure`, so that any argument may be a closure.
    public var hasAutoclosures = false

    /// The offsets of `let` and `var` at the top level.
    public var variableKeywords: [Int] = []

    /// Creates the analysis of an empty cell.
    public init() {}

    /// An import at the top level of a cell.
    public struct ImportStatement: Codable, Sendable, Hashable {
        /// The statement in the source, without comments.
        public var text: String
        /// The name of the module.
        public var module: String

        /// Creates a description of an import.
        public init(text: String, module: String) {
            self.text = text
            self.module = module
        }
    }

    /// A mention of a variable before it has a value.
    public struct EarlyMention: Codable, Sendable, Hashable {
        /// The variable's name.
        public var name: String
        /// The offset of the name.
        public var offset: Int
        /// Indicates whether the mention is in a closure, which may be called later.
        public var isInClosure: Bool

        /// Creates a description of a mention.
        public init(name: String, offset: Int, isInClosure: Bool) {
            self.name = name
            self.offset = offset
            self.isInClosure = isInClosure
        }
    }

    /// A mention of the value that an earlier cell ended in: `Out[3]`, or `Out1` for the last.
    public struct ResultMention: Codable, Sendable, Hashable {
        /// The number of the cell; nil for the last one that ended in a value.
        public var cell: Int?
        /// The name that the mention begins with.
        public var name: String
        /// The offset at which the mention begins.
        public var offset: Int
        /// The length of the mention.
        public var length: Int

        /// Makes a description of a mention.
        public init(cell: Int?, name: String, offset: Int, length: Int) {
            self.cell = cell
            self.name = name
            self.offset = offset
            self.length = length
        }
    }

    /// A name that a `guard` at the top level binds for the rest of the cell.
    public struct GuardBinding: Codable, Sendable, Hashable {
        /// The name as a string.
        public var name: String
        /// Indicates whether the binding is a variable.
        public var isVariable: Bool
        /// The offset of the name in the pattern.
        public var offset: Int
        /// Indicates whether the pattern is the name alone, which refers to an earlier value of
        /// that name.
        public var isShorthand: Bool
        /// The offsets of mentions in later conditions of the same `guard`.
        public var mentions: [Int]
        /// The end of the `guard`.
        public var end: Int

        /// Creates a description of a binding.
        public init(
            name: String, isVariable: Bool, offset: Int, isShorthand: Bool, mentions: [Int],
            end: Int
        ) {
            self.name = name
            self.isVariable = isVariable
            self.offset = offset
            self.isShorthand = isShorthand
            self.mentions = mentions
            self.end = end
        }
    }

    /// The expression at the end of a cell.
    public struct Ending: Codable, Sendable, Hashable {
        /// The offset of the expression.
        public var offset: Int
        /// The length of the expression, without surrounding comments.
        public var length: Int
        /// Indicates whether it is an `if` or `switch`, which need not be an expression.
        public var isConditional: Bool
        /// Indicates whether it is a call, whose result may be discardable.
        public var isCall: Bool

        /// The name of the called function, or `nil` if it is not a free function.
        public var freeFunction: String?

        /// Creates a description of an expression.
        public init(
            offset: Int, length: Int, isConditional: Bool, isCall: Bool, freeFunction: String? = nil
        ) {
            self.offset = offset
            self.length = length
            self.isConditional = isConditional
            self.isCall = isCall
            self.freeFunction = freeFunction
        }
    }
}

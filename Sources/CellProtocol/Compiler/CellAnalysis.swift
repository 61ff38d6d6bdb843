/// What a cell's syntax tells: what it declares, what it mentions, and how it ends.
///
/// Places are offsets in UTF-8 bytes from the start of the cell's source.
public struct CellAnalysis: Codable, Sendable, Hashable {
    /// Whether there is nothing but white space and comments.
    public var isBlank = false

    /// Whether the source breaks the rules of the syntax.
    public var hasSyntaxErrors = false

    /// The declarations at the cell's top level, in order.
    public var declarations: [Declaration] = []

    /// The imports at the cell's top level, in order.
    public var imports: [ImportStatement] = []

    /// The names that the cell mentions and does not bind locally.
    public var mentions: Set<String> = []

    /// The names that the cell mentions after a dot.
    public var memberMentions: Set<String> = []

    /// The operators that the cell uses.
    public var operators: Set<String> = []

    /// The places at which code at the top level mentions one of the cell's own variables before
    /// that has its value.
    public var earlyMentions: [EarlyMention] = []

    /// The expression that the cell ends in, where it does.
    public var ending: Ending?

    /// Whether code at the top level awaits something.
    public var isAsync = false

    /// Whether there are loops or functions, which are worth optimising.
    public var hasLoopsOrFunctions = false

    /// Whether the cell has variables that outlive it: global, or static in a type.
    public var storesState = false

    /// Whether there is a class that inherits from another, at any depth.
    public var declaresSubclass = false

    /// The names that a `guard` at the top level binds.
    public var guardBindings: [GuardBinding] = []

    /// The places of `#column`, but where a call fills it in.
    public var columns: [Int] = []

    /// The places of `let` and `var` at the top level.
    public var variableKeywords: [Int] = []

    /// Makes an analysis of an empty cell.
    public init() {}

    /// An import at the top level of a cell.
    public struct ImportStatement: Codable, Sendable, Hashable {
        /// The statement as it is written, without comments.
        public var text: String
        /// The name of the module.
        public var module: String

        /// Makes a description of an import.
        public init(text: String, module: String) {
            self.text = text
            self.module = module
        }
    }

    /// A place at which a variable is mentioned before it has its value.
    public struct EarlyMention: Codable, Sendable, Hashable {
        /// The variable's name.
        public var name: String
        /// Where the name stands.
        public var offset: Int
        /// Whether it stands in a closure, which may be called later.
        public var isInClosure: Bool

        /// Makes a description of a mention.
        public init(name: String, offset: Int, isInClosure: Bool) {
            self.name = name
            self.offset = offset
            self.isInClosure = isInClosure
        }
    }

    /// A name that a `guard` at the top level binds for the rest of the cell.
    public struct GuardBinding: Codable, Sendable, Hashable {
        /// The name.
        public var name: String
        /// Whether it can be assigned to.
        public var isVariable: Bool
        /// Where the pattern has it.
        public var offset: Int
        /// Whether the name alone stands there, and an earlier value of the same name is meant.
        public var isShorthand: Bool
        /// Where later conditions of the same `guard` mention it.
        public var mentions: [Int]
        /// Where the `guard` ends.
        public var end: Int

        /// Makes a description of a name.
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

    /// The expression that a cell ends in.
    public struct Ending: Codable, Sendable, Hashable {
        /// Where the expression begins.
        public var offset: Int
        /// How long it is, without the comments around it.
        public var length: Int
        /// Whether it is an `if` or `switch`, which may turn out to be no expression.
        public var isConditional: Bool
        /// Whether it is a call, whose result may be marked as one to discard.
        public var isCall: Bool

        /// The name of the function that is called, where it is no member of a type; else nil.
        public var freeFunction: String?

        /// Makes a description of an expression.
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

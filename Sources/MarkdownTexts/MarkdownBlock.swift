/// A part of a text in Markdown that begins on a line of its own.
indirect enum MarkdownBlock: Sendable, Hashable {
    /// A heading of a level from one to six.
    case heading(level: Int, text: String)
    /// Lines that belong together.
    case paragraph(String)
    /// Code, with the words behind its fence.
    case code(text: String, info: String)
    /// A quotation.
    case quotation([MarkdownBlock])
    /// A list; loose ones have space between their items.
    case list(MarkdownList)
    /// A table: its head, the sides of its columns and its rows.
    case table(head: [String], sides: [MarkdownTable.Side], rows: [[String]])
    /// A line across the text.
    case rule
    /// HTML as it stands.
    case html(String)
    /// A formula in a line of its own.
    case formula(String)
}

/// A list.
struct MarkdownList: Sendable, Hashable {
    /// The number of the first item; nil where the items have no numbers.
    let start: Int?

    /// Indicates whether there is space between the items.
    var isLoose = false

    /// The items.
    var items: [Item] = []

    /// An item of a list.
    struct Item: Sendable, Hashable {
        /// Indicates whether the item is ticked; nil where it is no task.
        var isDone: Bool?

        /// The contents of the item.
        var blocks: [MarkdownBlock]
    }
}

internal import JSON

/// A control with which a person chooses one of several values.
public class Choice<Element: Equatable>: Control<Element> {
    /// The values.
    public let options: [Element]

    /// Makes a control of a kind; the first value stands for one that is not among them.
    fileprivate init(
        _ kind: WidgetKind, _ label: String, _ options: [Element], value: Element?,
        named name: (Element) -> String
    ) {
        guard !options.isEmpty else {
            fatalError("there is nothing to choose from: give at least one option")
        }
        self.options = options
        let chosen = value.flatMap { options.contains($0) ? $0 : nil } ?? options[0]
        super.init(
            kind, label: label, value: chosen,
            coding: ValueCoding(
                write: { value in
                    let index = options.firstIndex(of: value)
                    return ["index": index.map { .number(JSONNumber($0)) } ?? .null]
                },
                read: { state in
                    guard let index = state["index"]?.int, options.indices.contains(index) else {
                        return nil
                    }
                    return options[index]
                }, limit: { options.contains($0) ? $0 : options[0] }),
            state: ["_options_labels": .array(options.map { .string(name($0)) })])
    }
}

/// A list that unfolds, from which a person chooses.
public final class Dropdown<Element: Equatable>: Choice<Element> {
    /// Makes a list.
    ///
    /// - Parameters:
    ///   - label: the text beside it.
    ///   - options: the values; there has to be one.
    ///   - value: the one that is chosen at the beginning; nil stands for the first.
    ///   - name: what an option is called; its description, unless told otherwise.
    public init(
        _ label: String = "", options: [Element], value: Element? = nil,
        named name: (Element) -> String = { "\($0)" }
    ) {
        super.init(.control("Dropdown"), label, options, value: value, named: name)
    }
}

/// Buttons of which one is pressed.
public final class Radio<Element: Equatable>: Choice<Element> {
    /// Makes buttons.
    ///
    /// - Parameters:
    ///   - label: the text beside them.
    ///   - options: the values; there has to be one.
    ///   - value: the one that is chosen at the beginning; nil stands for the first.
    ///   - name: what an option is called; its description, unless told otherwise.
    public init(
        _ label: String = "", options: [Element], value: Element? = nil,
        named name: (Element) -> String = { "\($0)" }
    ) {
        super.init(.control("RadioButtons"), label, options, value: value, named: name)
    }
}

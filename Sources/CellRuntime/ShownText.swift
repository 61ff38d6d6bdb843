/// The text of values that are shown, no longer than a person wants to see.
struct ShownText {
    /// How many characters there may be, but for the words about what is left out.
    let limit: Int

    /// Returns a value's description; collections of any size are read only as far as they are shown.
    func description(of value: Any) -> String {
        guard let collection = value as? any ListedCollection else {
            return cut(String(describing: value))
        }
        let text = collection.text(limit: limit)
        guard value is any Optionality else { return text }
        return "Optional(\(collection.nameAsElement.map { "\($0)(\(text))" } ?? text))"
    }

    /// Returns an element's description in that of a collection.
    func description(ofElement element: Any) -> String {
        guard let collection = element as? any ListedCollection, !(element is any Optionality)
        else {
            return cut(String(reflecting: element))
        }
        let text = collection.text(limit: limit)
        return collection.nameAsElement.map { "\($0)(\(text))" } ?? text
    }

    /// Returns text, cut in the middle where it is too long, with the number of its characters.
    func cut(_ text: String) -> String {
        // No character is shorter than a byte.
        guard text.utf8.count > limit, text.count > limit else { return text }
        let head = text.prefix(limit - limit / 3)
        let tail = text.suffix(limit / 3)
        let (shown, all) = (head.count + tail.count, text.count)
        let note = "… \(Self.grouped(all - shown)) of \(Self.grouped(all)) characters left out …"
        guard text.prefix(limit).contains(where: \.isNewline) else { return head + note + tail }
        return head + "\n" + note + "\n" + tail
    }

    /// Returns a count with its digits in groups of three.
    static func grouped(_ count: Int) -> String {
        let digits = Array(String(count))
        return digits.enumerated().reduce(into: "") { text, digit in
            if digit.offset > 0, (digits.count - digit.offset) % 3 == 0 { text += "," }
            text.append(digit.element)
        }
    }
}

/// A value that there may not be.
private protocol Optionality {}

extension Optional: Optionality {}

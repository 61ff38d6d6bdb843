/// The text of displayed values, limited in length.
struct ShownText {
    /// The maximum number of characters, without the remark about the omitted part.
    let limit: Int

    /// Returns a value's description; collections are read only as far as they are shown.
    func description(of value: Any) -> String {
        guard let collection = value as? any ListedCollection else {
            return cut(String(describing: value))
        }
        let text = collection.text(limit: limit)
        guard value is any Optionality else { return text }
        return "Optional(\(collection.nameAsElement.map { "\($0)(\(text))" } ?? text))"
    }

    /// Returns the description of a collection's element.
    func description(ofElement element: Any) -> String {
        guard let collection = element as? any ListedCollection, !(element is any Optionality)
        else {
            return cut(String(reflecting: element))
        }
        let text = collection.text(limit: limit)
        return collection.nameAsElement.map { "\($0)(\(text))" } ?? text
    }

    /// Returns text, cut in the middle if it is too long, with a remark about its length.
    func cut(_ text: String) -> String {
        // Every character has at least one byte.
        guard text.utf8.count > limit, text.count > limit else { return text }
        let head = text.prefix(limit - limit / 3)
        let tail = text.suffix(limit / 3)
        let (shown, all) = (head.count + tail.count, text.count)
        let note = "… \(Self.grouped(all - shown)) of \(Self.grouped(all)) characters left out …"
        guard text.prefix(limit).contains(where: \.isNewline) else { return head + note + tail }
        return head + "\n" + note + "\n" + tail
    }

    /// Returns a number with its digits in groups of three.
    static func grouped(_ count: Int) -> String {
        let digits = Array(String(count))
        return digits.enumerated().reduce(into: "") { text, digit in
            if digit.offset > 0, (digits.count - digit.offset) % 3 == 0 { text += "," }
            text.append(digit.element)
        }
    }
}

/// An optional value.
private protocol Optionality {}

extension Optional: Optionality {}

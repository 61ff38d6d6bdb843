/// Compares drawings in SVG and fragments of HTML by what they say: the order of attributes, white
/// space that does not show, comments and made-up names make no difference.
struct TreeComparison {
    /// The rules for differences that are allowed.
    let rules: ComparisonRules

    /// Returns the first difference between two elements; nil where there is none.
    func difference(
        _ expected: ComparedElement, _ found: ComparedElement, at path: String = ""
    ) -> Difference? {
        let place = path + (path.isEmpty || expected.name.isEmpty ? "" : " > ") + expected.name
        if expected.name != found.name {
            return .value(path: path, expected: "<\(expected.name)>", found: "<\(found.name)>")
        }
        if let difference = attributeDifference(expected, found, at: place) { return difference }
        for (index, (one, other)) in zip(expected.contents, found.contents).enumerated() {
            let inside = expected.contents.count > 1 ? "\(place)[\(index + 1)]" : place
            if let difference = difference(one, other, at: inside) { return difference }
        }
        let counts = (expected.contents.count, found.contents.count)
        guard counts.0 != counts.1 else { return nil }
        let shorter = min(counts.0, counts.1)
        return .value(
            path: place,
            expected: counts.0 > shorter
                ? Self.spelled(expected.contents[shorter]) : "nothing more",
            found: counts.1 > shorter ? Self.spelled(found.contents[shorter]) : "nothing more")
    }

    /// Returns the first difference between what stands at the same place.
    private func difference(
        _ expected: ComparedElement.Content, _ found: ComparedElement.Content, at place: String
    ) -> Difference? {
        switch (expected, found) {
        case (.element(let one), .element(let other)): return difference(one, other, at: place)
        case (.text(let one), .text(let other)):
            guard TextComparison(rules: rules).difference(one, other) != nil else { return nil }
            return .value(path: place, expected: one, found: other)
        default:
            return .value(path: place, expected: Self.spelled(expected), found: Self.spelled(found))
        }
    }

    /// Returns the first difference between attributes, in the order of their names.
    private func attributeDifference(
        _ expected: ComparedElement, _ found: ComparedElement, at place: String
    ) -> Difference? {
        let names = Set(expected.attributes.keys).union(found.attributes.keys).sorted()
        for name in names {
            let path = "\(place), \(name)"
            guard let one = expected.attributes[name], let other = found.attributes[name] else {
                return .value(
                    path: path, expected: expected.attributes[name] ?? "nothing",
                    found: found.attributes[name] ?? "nothing")
            }
            if one == other { continue }
            let pictures = pictureDifference(one, other, at: path)
            if pictures.areKnown {
                if let difference = pictures.difference { return difference }
                continue
            }
            guard !isSame(one, other, name: name) else { continue }
            return .value(path: path, expected: one, found: other)
        }
        return nil
    }

    /// Returns whether two attributes hold pictures of a kind, and how these differ.
    private func pictureDifference(
        _ expected: String, _ found: String, at path: String
    ) -> (areKnown: Bool, difference: Difference?) {
        guard let one = HeldPicture(expected), let other = HeldPicture(found),
            one.type == other.type
        else { return (false, nil) }
        let difference = PictureComparison(rules: rules)
            .difference(one.content, other.content, type: one.type)
        return (
            true, difference.map { .value(path: path, expected: "the picture", found: "\($0)") }
        )
    }

    /// Returns whether the values of two attributes say the same.
    private func isSame(_ expected: String, _ found: String, name: String) -> Bool {
        switch name {
        case "class":
            return Set(expected.split(separator: " ")) == Set(found.split(separator: " "))
        case "style":
            let (one, other) = (Self.declarations(expected), Self.declarations(found))
            return one.count == other.count
                && one.allSatisfy { key, value in other[key].map { sameNumbers(value, $0) } ?? false
                }
        default: return sameNumbers(expected, found)
        }
    }

    /// Returns the declarations of a style by their properties.
    private static func declarations(_ style: String) -> [Substring: String] {
        let pairs = style.split(separator: ";").compactMap { declaration -> (Substring, String)? in
            let parts = declaration.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return (
                Substring(parts[0].filter { !$0.isWhitespace }),
                parts[1].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            )
        }
        return Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }

    /// Returns whether two values are the same except for numbers that may differ.
    ///
    /// Coordinates need no space between them, so they cannot be compared as words.
    private func sameNumbers(_ expected: String, _ found: String) -> Bool {
        let (left, right) = (AttributeNumbers(expected), AttributeNumbers(found))
        guard left.texts == right.texts, left.numbers.count == right.numbers.count else {
            return false
        }
        return zip(left.numbers, right.numbers).allSatisfy { one, other in
            if one == other { return true }
            let mayDiffer =
                rules.comparesIntegersLoosely || one.contains(".") || other.contains(".")
            guard mayDiffer, let one = Double(one), let other = Double(other) else { return false }
            return rules.accept(other, for: one)
        }
    }

    /// Returns the beginning of something as it is written.
    private static func spelled(_ content: ComparedElement.Content) -> String {
        switch content {
        case .text(let text): text
        case .element(let element): "<\(element.name)>"
        }
    }
}

package import Display

extension String {
    /// The text in 7-bit ASCII: Greek letters by name, superscripts after `^`, `?` for the rest.
    package var asciiSpelling: String {
        var speller = ASCIISpeller()
        for scalar in unicodeScalars { speller.add(scalar) }
        return speller.text
    }

    /// Returns the text in the characters of a style, on one line.
    package func spelled(in style: TextStyle) -> String {
        style == .ascii ? singleLine.asciiSpelling : singleLine
    }
}

package import Display

/// A labeled place on an axis.
package struct Tick: Sendable, Hashable {
    /// The value that the tick marks.
    package let value: Double
    /// The label as Unicode writes it, such as "10⁻³".
    package let label: String

    /// Marks a value with its label.
    package init(_ value: Double, label: String) {
        self.value = value
        self.label = label
    }

    /// Returns the label as a style writes it: "10⁻³" or "1e-3".
    package func label(in style: TextStyle) -> String {
        guard style == .ascii else { return label }
        return Self.asciiPower(label) ?? label.asciiSpelling
    }

    /// Returns the label of a power of ten, such as "10⁻³" or "2×10⁵", with 1 and 10 written out.
    package static func powerLabel(mantissa: String, exponent: Int) -> String {
        if exponent == 0 { return mantissa }
        if exponent == 1 && (mantissa == "1" || mantissa == "-1") { return mantissa + "0" }
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        let raised = String(
            exponent.magnitude.description.compactMap { $0.wholeNumberValue.map { digits[$0] } })
        let power = "10" + (exponent < 0 ? "⁻" : "") + raised
        if mantissa == "1" { return power }
        return mantissa == "-1" ? "-" + power : mantissa + "×" + power
    }

    /// Returns "2×10⁻³" as "2e-3", or nothing for labels of another form.
    private static func asciiPower(_ label: String) -> String? {
        let superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
        guard let start = label.firstIndex(where: { superscripts.contains($0) }) else { return nil }
        let exponent = String(label[start...]).asciiSpelling.dropFirst()
        let base = label[..<start]
        guard base.hasSuffix("10"), Int(exponent) != nil else { return nil }
        let mantissa = base.dropLast(2)
        if mantissa.isEmpty || mantissa == "-" { return mantissa + "1e" + exponent }
        guard mantissa.hasSuffix("×") else { return nil }
        return mantissa.dropLast() + "e" + exponent
    }
}

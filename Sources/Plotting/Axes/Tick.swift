package import Display

/// A labeled tick of an axis.
package struct Tick: Sendable, Hashable {
    /// The value of the tick.
    package let value: Double
    /// The label in Unicode, such as "10⁻³".
    package let label: String

    /// Creates a tick.
    package init(_ value: Double, label: String) {
        self.value = value
        self.label = label
    }

    /// Returns the label in a style: "10⁻³" or "1e-3".
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

    /// Returns "2×10⁻³" as "2e-3", or `nil` for labels of another form.
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

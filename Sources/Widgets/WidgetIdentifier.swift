/// What identifies widgets: no two sessions have one in common.
enum WidgetIdentifier {
    /// Returns an identifier that nobody has.
    static func random() -> String {
        let digits = (0..<2).map { _ in
            let number = UInt64.random(in: .min ... .max)
            let text = String(number, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }
        return digits.joined()
    }
}

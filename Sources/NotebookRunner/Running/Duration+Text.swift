extension Duration {
    /// The duration in suitable units, such as `12 ms`, `0.53 s` or `2 min 5 s`.
    var inSeconds: String {
        let microseconds =
            components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
        switch microseconds {
        case ..<99_500: return "\((microseconds + 500) / 1000) ms"
        case ..<59_995_000:
            let hundredths = (microseconds + 5000) / 10_000
            let fraction = hundredths % 100
            guard fraction != 0 else { return "\(hundredths / 100) s" }
            return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
        default:
            let seconds = (microseconds + 500_000) / 1_000_000
            return "\(seconds / 60) min \(seconds % 60) s"
        }
    }
}

internal import Recurrent

/// Numbers as little-endian bytes, the order of every file format here.
enum LittleEndian {
    /// Reads an integer.
    static func read<Number: FixedWidthInteger>(
        _ type: Number.Type, from bytes: ArraySlice<UInt8>
    ) -> Number {
        var value: Number = 0
        for (position, byte) in bytes.prefix(MemoryLayout<Number>.size).enumerated() {
            value |= Number(truncatingIfNeeded: byte) << (8 * position)
        }
        return value
    }

    /// Appends an integer.
    static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Appends numbers in their own precision.
    static func append<Scalar: RealScalar>(_ numbers: [Scalar], to bytes: inout [UInt8]) {
        bytes.reserveCapacity(bytes.count + numbers.count * MemoryLayout<Scalar>.size)
        for number in numbers {
            switch Scalar.precision {
            case .double: append(Double(number).bitPattern, to: &bytes)
            case .single: append(Float(number).bitPattern, to: &bytes)
            }
        }
    }
}

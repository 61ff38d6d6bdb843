internal import Recurrent

/// The type of a tensor's stored numbers.
public enum StoredType: String, Sendable, Hashable, CaseIterable {
    /// IEEE 754 binary64.
    case float64 = "F64"
    /// IEEE 754 binary32.
    case float32 = "F32"
    /// IEEE 754 binary16.
    case float16 = "F16"
    /// Bfloat16: the upper half of a binary32.
    case bfloat16 = "BF16"
    /// A signed 64-bit integer.
    case int64 = "I64"
    /// A signed 32-bit integer.
    case int32 = "I32"
    /// An unsigned 8-bit integer.
    case uint8 = "U8"
    /// A Boolean in one byte.
    case bool = "BOOL"

    /// The size of one number in bytes.
    var size: Int {
        switch self {
        case .float64, .int64: 8
        case .float32, .int32: 4
        case .float16, .bfloat16: 2
        case .uint8, .bool: 1
        }
    }

    /// Reads numbers.
    func numbers<Scalar: RealScalar>(from bytes: ArraySlice<UInt8>) -> [Scalar] {
        stride(from: bytes.startIndex, to: bytes.endIndex, by: size).map { start in
            number(at: bytes[start..<start + size])
        }
    }

    /// Reads one number.
    private func number<Scalar: RealScalar>(at bytes: ArraySlice<UInt8>) -> Scalar {
        switch self {
        case .float64:
            Scalar(Double(bitPattern: LittleEndian.read(UInt64.self, from: bytes)))
        case .float32: Scalar(Float(bitPattern: LittleEndian.read(UInt32.self, from: bytes)))
        case .float16: Scalar(Self.half(LittleEndian.read(UInt16.self, from: bytes)))
        case .bfloat16:
            Scalar(Float(bitPattern: UInt32(LittleEndian.read(UInt16.self, from: bytes)) << 16))
        case .int64: Scalar(LittleEndian.read(Int64.self, from: bytes))
        case .int32: Scalar(LittleEndian.read(Int32.self, from: bytes))
        case .uint8: Scalar(LittleEndian.read(UInt8.self, from: bytes))
        case .bool: LittleEndian.read(UInt8.self, from: bytes) == 0 ? 0 : 1
        }
    }

    /// Returns the value of a binary16: 1 sign bit, 5 exponent bits, 10 fraction bits.
    private static func half(_ bits: UInt16) -> Float {
        let sign: FloatingPointSign = bits >> 15 == 0 ? .plus : .minus
        let exponent = Int(bits >> 10 & 31)
        let fraction = Float(bits & 1023)
        let magnitude: Float =
            switch exponent {
            case 0: fraction * 0x1p-24
            case 31: fraction == 0 ? .infinity : .nan
            default:
                Float(sign: .plus, exponent: exponent - 15, significand: 1 + fraction * 0x1p-10)
            }
        return sign == .minus ? -magnitude : magnitude
    }
}

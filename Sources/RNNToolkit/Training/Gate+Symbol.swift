public import Recurrent

extension Gate {
    /// The symbol of the gate in equations.
    public var symbol: String {
        switch self {
        case .state: "h"
        case .input: "i"
        case .forget: "f"
        case .candidate: "g"
        case .output: "o"
        case .reset: "r"
        case .update: "z"
        }
    }
}

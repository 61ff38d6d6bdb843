import Display
import Plotting
import Testing

@Suite struct StringColumnsTests {
    @Test func countsColumnsAsATerminalDoes() {
        #expect("abc".columns == 3 && "喜欢".columns == 4 && "😀".columns == 2)
        #expect("e\u{301}".columns == 1 && "\u{0}\u{1B}".columns == 0 && "⠒█".columns == 2)
    }

    @Test func cutsAndWraps() {
        #expect("a long label".elided(to: 6) == "a lon…")
        #expect("a long label".elided(to: 6, style: .ascii) == "a l...")
        #expect("喜欢喜欢".elided(to: 5) == "喜欢…")
        #expect("one two three".wrapped(to: 7) == ["one two", "three"])
        #expect("abcdefgh".wrapped(to: 3) == ["abc", "def", "gh"])
        #expect("".wrapped(to: 3) == [""])
        #expect("ab".padded(to: 5, .center) == " ab  ")
    }

    @Test func transliterates() {
        #expect("‖∂Hₜ/∂Hₖ‖ ≤ (γσ₁)ⁿ".asciiSpelling == "||dH_t/dH_k|| <= (gamma sigma_1)^n")
        #expect("café – “é” 10⁻³".asciiSpelling == "cafe - \"e\" 10^-3")
        #expect("W Hₜ₋₁ + αg, 2ᵏ⁺¹".asciiSpelling == "W H_(t-1) + alpha g, 2^(k+1)")
        #expect("∂L/∂θ".asciiSpelling == "dL/dtheta")
        #expect("two\nlines\tand \u{7}bell".spelled(in: .ascii) == "two lines and bell")
    }
}

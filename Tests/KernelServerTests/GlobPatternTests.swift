import KernelServer
import Testing

@Suite struct GlobPatternTests {
    @Test(arguments: [
        ("", ""), ("*", ""), ("*", "any\nthing"), ("a*", "abc"), ("*c", "abc"), ("a*c*e", "abcde"),
        ("*ab*ab", "ababab"), ("?", "é"), ("print(*)", "print(1)"), ("[abc]x", "bx"),
        ("[a-c]x", "bx"), ("[^a-c]x", "dx"), ("[]]", "]"), ("[", "["), ("[a", "[a"),
        ("*[0-9]*", "x = 1"), ("a**b", "ab"), ("[a-]", "-"),
    ])
    func matches(pattern: String, text: String) {
        #expect(GlobPattern(pattern).matches(text))
    }

    @Test(arguments: [
        ("", "a"), ("a", ""), ("a", "ab"), ("b*", "ab"), ("*a", "ab"), ("?", ""), ("??", "a"),
        ("[abc]", "d"), ("[^a]", "a"), ("[c-a]", "b"), ("a*b*c", "acb"),
    ])
    func doesNotMatch(pattern: String, text: String) {
        #expect(!GlobPattern(pattern).matches(text))
    }

    @Test(.timeLimit(.minutes(1))) func isNotSlowOnHostilePatterns() {
        let text = String(repeating: "a", count: 20_000)
        #expect(!GlobPattern(String(repeating: "a*", count: 30) + "b").matches(text))
    }
}

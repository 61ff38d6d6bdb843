/// Patterns of private paths and secrets in texts.
enum LeakPatterns {
    /// Returns the first path of a user's home folder.
    static func path(in text: String) -> String? {
        // A fast search for these words excludes most texts.
        guard ["/home/", "/Users/", "/root/", "\\Users\\"].contains(where: text.contains) else {
            return nil
        }
        let pattern =
            /(?:\/(?:home|Users)\/[\w.-]+|\/root|[A-Za-z]:\\Users\\[\w.-]+)(?:[\/\\][\w.-]+)+/
        return text.firstMatch(of: pattern).map { String($0.output) }
    }

    /// Returns the kind of the first text that looks like a secret, without the text itself.
    static func secret(in text: String) -> String? {
        for (hint, name, matches) in secrets where text.contains(hint) && matches(text) {
            return name
        }
        return nil
    }

    /// For each kind of secret, a text that all of them contain, its name, and a predicate.
    private static let secrets:
        [(hint: String, name: String, matches: @Sendable (String) -> Bool)] = [
            (
                "PRIVATE KEY", "a private key",
                { $0.contains(/-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/) }
            ),
            ("AKIA", "a key of AWS", { $0.contains(/\bAKIA[0-9A-Z]{16}\b/) }),
            ("gh", "a token of GitHub", { $0.contains(/\bgh[pousr]_[A-Za-z0-9]{36,}/) }),
            ("github_pat_", "a token of GitHub", { $0.contains(/\bgithub_pat_\w{40,}/) }),
            ("glpat-", "a token of GitLab", { $0.contains(/\bglpat-[\w-]{20,}/) }),
            ("xox", "a token of Slack", { $0.contains(/\bxox[abprs]-[A-Za-z0-9-]{10,}/) }),
            ("AIza", "a key of Google", { $0.contains(/\bAIza[\w-]{35}/) }),
            ("sk-", "a key of a service", { $0.contains(/\bsk-[\w-]{32,}/) }),
            ("hf_", "a token of Hugging Face", { $0.contains(/\bhf_[A-Za-z0-9]{30,}/) }),
            ("eyJ", "a web token", { $0.contains(/\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/) }),
            (
                "=", "a password",
                {
                    $0.contains(
                        /(?i)\b(?:password|passwd|secret|api_?key|access_?token)\s*[:=]+\s*["'][^"'\s]{8,}["']/
                    )
                }
            ),
        ]
}

"""Jupyter's own suite for kernels, with cells in Swift."""

import unittest

import jupyter_kernel_test


class UnrollTests(jupyter_kernel_test.KernelTests):
    kernel_name = "unroll"
    language_name = "swift"
    file_extension = ".swift"

    code_hello_world = 'print("hello, world")'
    code_stderr = 'import Glibc\nfputs("to stderr\\n", stderr)'
    completion_samples = [{"text": "let word = \"a\"; word.lowerc", "matches": ["lowercased()"]}]
    complete_code_samples = ["1", "let x = 5", "func f() {\n    print(1)\n}", '"a"']
    incomplete_code_samples = ["func f() {", "let x = [1,", 'print("""\n', "if true {"]
    invalid_code_samples = ["func }", ")", "let = = 3"]
    code_generate_error = 'fatalError("on purpose")'
    code_execute_result = [
        {"code": "1 + 1", "result": "2"},
        {"code": "[1, 2].map { $0 * 2 }", "result": "[2, 4]"},
        {"code": '"a" + "b"', "result": "ab"},
    ]
    code_display_data = [{"code": 'display("shown")', "mime": "text/plain"}]
    code_history_pattern = "1 ? 1"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "print"
    code_clear_output = "clearOutput()"

    code_page_something = "print?"


class WelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "unroll"
    support_iopub_welcome = True


if __name__ == "__main__":
    unittest.main()

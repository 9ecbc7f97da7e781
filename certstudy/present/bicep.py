"""Bicep for the highlighter; Pygments has no lexer of its own for it.

Keywords and literals as in the Bicep language reference (learn.microsoft.com/azure/azure-resource-manager/bicep).
"""

from typing import ClassVar

from pygments.lexer import RegexLexer, words
from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, Whitespace

KEYWORDS = (
    "targetScope", "metadata", "param", "var", "resource", "module", "output", "type", "func", "import", "using",
    "extension", "provider", "existing", "if", "for", "in", "as", "with", "from", "assert",
)  # fmt: skip


class BicepLexer(RegexLexer):
    """Tokens of a Bicep file."""

    name = "Bicep"
    aliases: ClassVar[list[str]] = ["bicep"]
    filenames: ClassVar[list[str]] = ["*.bicep"]

    tokens: ClassVar[dict[str, list[object]]] = {
        "root": [
            (r"\s+", Whitespace),
            (r"//.*?$", Comment.Single),
            (r"/\*[\s\S]*?\*/", Comment.Multiline),
            (r"@[A-Za-z_][\w.]*", Name.Function),
            (r"#[a-z-]+.*?$", Comment.Preproc),
            (r"'''[\s\S]*?'''", String),
            (r"'", String, "string"),
            (words(KEYWORDS, suffix=r"\b(?!\s*:)"), Keyword),
            (r"(?:true|false|null)\b", Keyword.Constant),
            (r"\d+", Number),
            (r"[A-Za-z_]\w*(?=\s*:)", Name.Attribute),
            (r"[A-Za-z_]\w*(?=\()", Name.Function),
            (r"[A-Za-z_]\w*", Name),
            (r"[!=<>?&|+\-*/%]+", Operator),
            (r"[{}()\[\].,:]", Punctuation),
        ],
        "string": [
            (r"\\.", String.Escape),
            (r"\$\{", String.Interpol, "interpolation"),
            (r"'", String, "#pop"),
            (r"[^'\\$]+", String),
            (r"\$", String),
        ],
        "interpolation": [
            (r"\}", String.Interpol, "#pop"),
            (r"[^}]+", Name),
        ],
    }

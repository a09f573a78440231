"""Thirty-odd names that break papers: what the PDF shows for each, and what HTML and text show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HostileName:
    """A name, and what stands for it on paper and elsewhere; empty means the name itself."""

    name: str
    on_paper: str = ""
    elsewhere: str = ""

    @property
    def printed(self) -> str:
        """What the PDF shows."""
        return self.on_paper or self.name

    @property
    def displayed(self) -> str:
        """What HTML and text show."""
        return self.elsewhere or self.name


def _both(name: str, shown: str) -> HostileName:
    return HostileName(name, shown, shown)


HOSTILE_NAMES = (
    HostileName("a<b"),
    HostileName("a < b > c & d"),
    HostileName("<img src=/etc/passwd>"),
    HostileName('<img src="file:///etc/passwd" width=1/>'),
    HostileName("<b>bold</b><br/><para>"),
    HostileName("</para></b></td></table>"),
    HostileName("<script>alert(1)</script>"),
    HostileName("</style><script>x</script>"),
    HostileName("</title><svg onload=x>"),
    HostileName('<a href="javascript:alert(1)">click</a>'),
    HostileName("javascript:alert(1)"),
    HostileName("&lt;&amp;&#60;&nbsp;"),
    HostileName("\"quoted\" 'single' `back`"),
    HostileName('x" onmouseover="y" \'z'),
    HostileName("a\\b (c) [d] \\n \\050 %PDF endstream endobj"),
    HostileName("{page} {pages} {0} %s $x ${y}"),
    HostileName('"}@import url(http://example.org/x);{'),
    HostileName("*/ /* <!-- --> ]]>"),
    HostileName("=1+1|cmd' /C calc'!A0"),
    HostileName("Łukasz Żółć, Øystein Åßén, Ğülşen Őry"),
    HostileName("Ελένη Παπαδοπούλου"),
    HostileName("Анна Щербакова Їжак"),
    HostileName("≥ ≤ µ ² ³ ° ✓ ✕ ☐ ● ≈ ◷ × − – · … ⟨ ⟩"),
    HostileName("José", "José"),
    HostileName("x\u0302y"),
    HostileName("x\u0302\u0303\u0304\u0305\u0306", "x\u0302\u0303\u0304⟨U+0305⟩⟨U+0306⟩"),
    HostileName("\u0301 mark alone", "⟨U+0301⟩ mark alone"),
    HostileName("😀 smile", "⟨U+1F600⟩ smile"),
    HostileName("山田 太郎"),
    HostileName("שרה"),
    HostileName("ليلى"),
    HostileName("\U00013080 hieroglyph", "⟨U+13080⟩ hieroglyph"),
    _both("Anna\u200dBerg", "Anna⟨U+200D⟩Berg"),
    _both("abc\u202edef\u202c", "abc⟨U+202E⟩def⟨U+202C⟩"),
    _both("a\u2066b\u2069\u200f", "a⟨U+2066⟩b⟨U+2069⟩⟨U+200F⟩"),
    _both("nul\x00byte", "nul⟨U+0000⟩byte"),
    _both("bell\x07 escape\x1b[31m", "bell⟨U+0007⟩ escape⟨U+001B⟩[31m"),
    _both("two\nlines\r\n", "two⟨U+000A⟩lines⟨U+000D⟩⟨U+000A⟩"),
    _both("tab\tbed \x0b\x0c", "tab⟨U+0009⟩bed ⟨U+000B⟩⟨U+000C⟩"),
    _both("line\u2028separator\u2029", "line⟨U+2028⟩separator⟨U+2029⟩"),
    _both("zero\u200bwidth\u00adhyphen\ufeff", "zero⟨U+200B⟩width⟨U+00AD⟩hyphen⟨U+FEFF⟩"),
    _both("half \ud83d pair", "half ⟨U+D83D⟩ pair"),
    _both("private \ue000 none \ufffe", "private ⟨U+E000⟩ none ⟨U+FFFE⟩"),
    HostileName("  two  spaces   inside "),
    HostileName("W" * 150),
    HostileName("Anna-Maria " * 13),
)

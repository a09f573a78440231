"""The style sheet of a paper as HTML: the look of the PDF, and its page furniture when printed."""

from __future__ import annotations

from core.documents.blocks import Document
from core.documents.html.markup import css_string

# white-space: pre-wrap keeps every space of a name; unicode-bidi: isolate keeps a cell's reading direction
# from reaching its neighbours.
_RULES = """
body{max-width:46rem;margin:2rem auto;padding:0 1rem;color:#17202b;background:#fff;
 font:1rem/1.5 Inter,"Segoe UI",Arial,sans-serif;font-variant-numeric:tabular-nums}
p,li,td,th,h1,h2,h3,caption{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate}
header,footer{font-size:.85rem;color:#566474}
header{border-bottom:2px solid #17202b}
footer{border-top:1px solid #d3dae2;margin-top:2rem}
h1{font-size:1.6rem;margin:.6rem 0 0}
h2{font-size:1.1rem;color:#0b6478;margin:1.4rem 0 .4rem}
h3{font-size:1rem;margin:1rem 0 .3rem}
small,.subtitle,thead th,.pairs th{color:#566474}
small{font-size:inherit}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:start;vertical-align:top;padding:.3rem .4rem;border-bottom:1px solid #d3dae2}
tbody th{font-weight:400}
caption{text-align:start;color:#566474}
.centre{text-align:center}
.right{text-align:end}
section{padding:.6rem .9rem;margin:.8rem 0;border:1px solid #7b8794;border-radius:.3rem;background:#f3f5f7}
section.callout{border-width:0 0 0 4px;border-radius:0}
section p{margin:.1rem 0}
.good{--ground:#e9f5ee;--edge:#2a7a4f}
.possible{--ground:#e8f3f5;--edge:#0b6478}
.open{--ground:#fdf4e3;--edge:#85570c}
.waiting{--ground:#eef1fa;--edge:#3f5292}
.bad{--ground:#fbeceb;--edge:#98352e}
.board{--ground:#f8ecf5;--edge:#7d3470}
.neutral{--ground:#f3f5f7;--edge:#566474}
section{background:var(--ground);border-color:var(--edge)}
.verdict b{color:var(--edge)}
.checklist,.footnotes{list-style:none;padding:0}
.footnotes{font-size:.85rem;color:#566474}
.signature{display:flex;gap:2rem;margin-top:3rem}
.signature p{flex:1;border-top:1px solid #17202b;font-size:.85rem}
.card{display:flex;flex-wrap:wrap}
section.face{box-sizing:border-box;width:85.6mm;min-height:54mm;margin:0;padding:3mm;font-size:7pt;line-height:1.25}
figure{margin:.8rem 0;break-inside:avoid}
.trends{display:flex;flex-wrap:wrap;gap:.8rem}
.views{display:flex;gap:2rem}
.sides{display:flex;justify-content:space-between;gap:1rem;font-size:.8rem;margin:0}
.views p{margin:0;text-align:center}
.views svg{display:block;margin:auto}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1rem;font-size:.8rem;align-items:center}
.legend svg{vertical-align:middle}
hr.page{border:0;break-after:page}
@media print{body{margin:0;max-width:none;font-size:9.5pt}tr,section{break-inside:avoid}h1,h2,h3{break-after:avoid}}
"""


def style_sheet(document: Document) -> str:
    """Return the rules; printed pages carry the patient at the foot and the page number at the head."""
    page, _, rest = document.words.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    number = (
        f"{css_string(page)} counter(page) {css_string(between)} counter(pages) {css_string(after)}"
        if "{page}" not in rest and "{pages}" not in page
        else "counter(page)"
    )
    return (
        f"{_RULES}@page{{size:A4;margin:18mm 17mm;"
        f"@top-right{{content:{number}}}@bottom-left{{content:{css_string(document.patient.text)}}}}}"
    )

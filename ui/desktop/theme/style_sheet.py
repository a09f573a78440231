"""The one style sheet. Widgets say what they are by the property ``role``; how that looks is written here."""

from __future__ import annotations

from core.discovery import resource_path
from ui.desktop.theme.tokens import Theme

_SHEET = """
QWidget[role="page"], QStackedWidget, QScrollArea, QScrollArea > QWidget > QWidget {{ background: {window}; }}
QWidget[role="rail"] {{ background: {surface}; border: 0; border-right: {px1}px solid {line}; }}
QFrame[role="header"] {{ background: {surface}; border: 0; border-bottom: {px1}px solid {line}; }}
QFrame[role="card"], QFrame[role="panel"] {{
    background: {surface}; border: {px1}px solid {line}; border-radius: {px8}px;
}}
QFrame[role="side"] {{ background: {surface}; border: 0; border-left: {px1}px solid {line}; }}
QFrame[role="side"] QScrollArea, QFrame[role="side"] QScrollArea > QWidget > QWidget {{ background: {surface}; }}
QFrame[role="ask"] {{ background: {accent_soft}; border: 0; border-radius: {px8}px; }}
QFrame[role="ask"] QLabel {{ color: {accent_text}; }}
QFrame[role="notice"] {{ background: {open_fill}; border: {px1}px solid {open_edge}; border-radius: {px8}px; }}
QFrame[role="notice"] QLabel {{ color: {open_text}; }}
QFrame[role="strip"] {{
    background: {sunken}; border: 0; border-top: {px1}px solid {line}; border-bottom: {px1}px solid {line};
}}
QFrame[role="busy"] {{ background: {accent_soft}; border: {px1}px solid {accent}; border-radius: {px8}px; }}
QProgressBar {{
    background: {surface}; border: {px1}px solid {line}; border-radius: {px4}px; max-height: {px10}px;
}}
QProgressBar::chunk {{ background: {accent}; border-radius: {px4}px; }}
QFrame[role="promise"] {{ background: {accent_soft}; border: 0; border-right: {px1}px solid {line}; }}
QLabel[role="name"] {{ font-size: {name}pt; font-weight: 600; }}
QLabel[role="lead"] {{ font-size: {heading}pt; }}
QLabel[role="title"] {{ font-size: {title}pt; font-weight: 600; }}
QLabel[role="mark"] {{
    background: {accent}; color: {on_accent}; border-radius: {px6}px; padding: {px2}px {px8}px; font-weight: 600;
}}
QLabel[role="heading"] {{ font-size: {heading}pt; font-weight: 600; }}
QLabel[role="section"] {{ color: {muted}; font-weight: 600; font-size: {small}pt; padding-top: {px8}px; }}
QLabel[role="muted"] {{ color: {muted}; font-size: {small}pt; }}
QLabel[role="warning"] {{ color: {warning}; font-size: {small}pt; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLineEdit {{ placeholder-text-color: {muted}; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QSpinBox {{
    background: {surface}; color: {text}; border: {px1}px solid {edge}; border-radius: {px6}px;
    padding: {px4}px {px8}px; selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit[role="draft"] {{ border-color: {accent}; }}
QLineEdit[role="warning"] {{ border: {px2}px solid {warning}; }}
QComboBox[role="inside"] {{
    border: 0; background: transparent; color: {muted}; padding: 0 {px2}px; font-size: {small}pt;
}}
QPushButton[role="inside"] {{
    border: 0; background: transparent; color: {accent_text}; padding: 0 {px4}px; font-size: {small}pt;
    text-decoration: underline;
}}
QComboBox[role="inside"]::drop-down {{ border: 0; width: {px12}px; }}
QComboBox QAbstractItemView, QListView#completions {{ background: {surface}; color: {text}; }}
QPushButton {{
    background: {surface}; color: {text}; border: {px1}px solid {edge}; border-radius: {px6}px;
    padding: {px6}px {px12}px;
}}
QPushButton:hover {{ background: {sunken}; }}
QPushButton:disabled {{ color: {muted}; background: {sunken}; }}
QPushButton[role="primary"] {{
    background: {accent}; color: {on_accent}; border: {px1}px solid {accent}; font-weight: 600;
}}
QPushButton[role="primary"]:disabled {{ background: {sunken}; color: {muted}; border: {px1}px solid {edge}; }}
QPushButton[role="offer"] {{ padding: {px2}px {px8}px; color: {accent_text}; background: {accent_soft}; }}
QPushButton[role="link"] {{
    border: 0; padding: {px6}px {px2}px; background: transparent; color: {accent_text}; text-decoration: underline;
}}
QPushButton[role="offer"]:disabled, QPushButton[role="link"]:disabled {{ color: {muted}; text-decoration: none; }}
QPushButton[role="offer"]:disabled {{ background: {sunken}; }}
QPushButton[role="find"] {{ background: {sunken}; text-align: left; padding: {px6}px {px8}px; color: {muted}; }}
QPushButton[role="chip"] {{
    border: {px1}px solid {line}; border-radius: {px11}px; padding: {px2}px {px10}px; background: {surface};
}}
QPushButton[role="chip"]:checked {{ background: {accent_soft}; color: {accent_text}; border-color: {accent}; }}
QListView, QTableView, QTreeView {{
    background: {surface}; color: {text}; border: {px1}px solid {line}; border-radius: {px8}px; outline: 0;
    selection-background-color: {accent_soft}; selection-color: {accent_text}; gridline-color: {line};
}}
QListView[role="rows"] {{ border: 0; border-radius: 0; }}
QListView[role="places"] {{ border: 0; background: transparent; }}
QListView[role="sections"] {{ border: 0; border-right: {px1}px solid {line}; border-radius: 0; background: {sunken}; }}
QListView[role="sections"]::item {{ padding: {px8}px {px10}px; color: {text}; }}
QListView[role="sections"]::item:selected {{ background: {surface}; color: {accent_text}; font-weight: 600; }}
QListView::item {{ padding: {px6}px {px8}px; }}
QTableView::item {{ padding: {px4}px {px6}px; }}
QHeaderView::section {{
    background: {sunken}; color: {muted}; border: 0; border-bottom: {px1}px solid {line}; padding: {px6}px;
    font-weight: 600;
}}
QRadioButton, QCheckBox {{ border: {px2}px solid transparent; border-radius: {px4}px; padding: {px2}px; }}
QRadioButton::indicator, QCheckBox::indicator {{
    width: {px12}px; height: {px12}px; border: {px2}px solid {edge}; background: {surface};
}}
QRadioButton::indicator {{ border-radius: {px8}px; }}
QCheckBox::indicator {{ border-radius: {px4}px; }}
QRadioButton::indicator:checked, QCheckBox::indicator:checked {{ background: {accent}; border-color: {text}; }}
QCheckBox::indicator:checked {{ image: url("{tick}"); }}
QScrollBar:vertical {{ background: transparent; width: {px10}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px10}px; margin: 0; }}
QScrollBar::handle {{ background: {line}; border-radius: {px4}px; min-height: {px24}px; min-width: {px24}px; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: {px12}px; height: {px12}px; }}
QComboBox::drop-down, QSpinBox::up-button, QSpinBox::down-button {{ border: 0; width: {px24}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollArea {{ border: 0; }}
QSplitter::handle {{ background: {line}; }}
QToolTip {{ background: {surface}; color: {text}; border: {px1}px solid {line}; padding: {px4}px; }}
QMenu {{ background: {surface}; color: {text}; border: {px1}px solid {line}; }}
QMenu::item:selected {{ background: {accent_soft}; color: {accent_text}; }}
QMenuBar {{ background: {surface}; color: {text}; }}
QMenuBar::item:selected {{ background: {accent_soft}; color: {accent_text}; }}
QTabBar::tab {{ padding: {px6}px {px12}px; color: {muted}; border: 0; }}
QTabBar::tab:selected {{ color: {accent_text}; font-weight: 600; border-bottom: {px2}px solid {accent}; }}
QTabWidget::pane {{ border: 0; }}
QGroupBox {{ border: 0; margin-top: {px12}px; font-weight: 600; }}

/* What has the focus, after all that says how it looks without: a later rule of the same weight would win. */
QLineEdit:focus, QLineEdit[role="draft"]:focus, QLineEdit[role="warning"]:focus, QPlainTextEdit:focus, QTextEdit:focus,
QComboBox:focus, QSpinBox:focus {{ border: {px2}px solid {accent}; }}
QPushButton:focus, QPushButton[role="link"]:focus, QPushButton[role="offer"]:focus, QPushButton[role="find"]:focus,
QPushButton[role="chip"]:focus {{ border: {px2}px solid {accent}; }}
QPushButton[role="chip"]:checked:focus {{ border: {px3}px solid {accent_text}; }}
QPushButton[role="primary"]:focus {{
    background: {surface}; color: {accent_text}; border: {px2}px solid {accent};
}}
QRadioButton:focus, QCheckBox:focus {{ border-color: {accent}; }}
QTabBar::tab:focus {{ border: {px2}px solid {accent}; border-radius: {px4}px; }}
QListView:focus, QTableView:focus, QTreeView:focus {{ border: {px2}px solid {accent}; }}
QListView[role="rows"]:focus, QListView[role="places"]:focus {{ border: 0; }}
QListView[role="sections"]:focus {{ border: 0; border-right: {px1}px solid {line}; }}
"""

_BODY_POINTS = 10.0


def style_sheet(theme: Theme, percent: int) -> str:
    """Return the style sheet of a theme at a size."""
    scale = percent / 100
    lengths = {f"px{size}": max(1, round(size * scale)) for size in (1, 2, 3, 4, 6, 8, 10, 11, 12, 24)}
    points = {"name": 22.0, "title": 15.0, "heading": 12.0, "small": _BODY_POINTS - 1.0}
    colours = {
        name: getattr(theme, name)
        for name in (
            "window",
            "surface",
            "sunken",
            "line",
            "text",
            "muted",
            "accent",
            "on_accent",
            "accent_soft",
            "accent_text",
            "warning",
        )
    }
    opened = theme.tones["open"]
    return _SHEET.format(
        **colours,
        **lengths,
        **{name: f"{size * scale:.1f}" for name, size in points.items()},
        edge=theme.tones["neutral"].edge,
        arrow=resource_path("icons", f"down-{theme.name}.svg").as_posix(),
        tick=resource_path("icons", f"tick-{theme.name}.svg").as_posix(),
        open_fill=opened.fill,
        open_text=opened.text,
        open_edge=opened.edge,
    )

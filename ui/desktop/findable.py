"""What the palette finds: actions, rule files and their criteria, the fields of the open patient, the patients."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from core import clock
from core.criteria.printing.told import told
from core.entry.desk.fields import Field
from core.language.languages import in_language
from core.scores.shipped import asked_for
from core.store.records import PatientLine
from core.wording.births import whose_birth
from ui.desktop.actions import Action
from ui.desktop.palette import Entry
from ui.desktop.workspace import Workspace


@dataclass(frozen=True)
class Findable:
    """Makes the entries one by one; what an entry is, is said in words when it is shown."""

    workspace: Workspace
    select_file: Callable[[str], None]
    go_to_field: Callable[[str], None]
    ask_score: Callable[[str], None]
    open_patient: Callable[[str], None]

    def entries(self, actions: Iterable[Action], patients: Callable[[], Iterable[PatientLine]]) -> Iterator[Entry]:
        """Yield everything, the patients last: they are many."""
        say = self.workspace.phrases.say
        act = partial(say, "kind-action")
        yield from (Entry(say(each.phrase), each.run, act) for each in actions if each.is_enabled())
        yield from self._fields()
        yield from self._files()
        for line in patients():
            kind = partial(self._patient_kind, line)
            yield Entry(line.name, partial(self.open_patient, line.id), kind, f"{line.number} {line.birth}")

    def _fields(self) -> Iterator[Entry]:
        workspace = self.workspace
        if not workspace.is_open:
            return
        language = workspace.phrases.language
        for page in workspace.knowledge.form.pages:
            for field in page.fields:
                other = " ".join(field.concept.label.values())
                words, go = in_language(field.concept.label, language), partial(self.go_to_field, field.id)
                yield Entry(words, go, partial(self._value, field.id), f"{field.id} {other}")
                yield from self._score(field.id, other)

    def _score(self, name: str, also: str) -> Iterator[Entry]:
        """Yield the panel that asks the score of a concept, where it has one."""
        say, definition = self.workspace.phrases.say, asked_for(name)
        if definition is not None:
            title = in_language(definition.label, self.workspace.phrases.language)
            words, ask = say("score-panel-of", name=title), partial(self.ask_score, name)
            yield Entry(words, ask, partial(say, "kind-score"), f"{definition.id} {name} {also}")

    def _value(self, name: str) -> str:
        say = self.workspace.phrases.say
        if not self.workspace.is_open:
            return say("kind-field")
        value = self.workspace.desk.recorded_text(Field(name))
        return say("kind-field-value", value=value) if value else say("kind-field")

    def _files(self) -> Iterator[Entry]:
        workspace = self.workspace
        say, language = workspace.phrases.say, workspace.phrases.language
        file = partial(say, "kind-file")
        for rule_id, compiled in workspace.knowledge.by_id.items():
            rule_file = compiled.checked.rule_file
            title, select = in_language(rule_file.short_title, language), partial(self.select_file, rule_id)
            yield Entry(title, select, file, f"{rule_id} {in_language(rule_file.title, language)}")
            if workspace.is_open:
                of_file = partial(say, "kind-criterion", title=title)
                yield from (
                    Entry(told(each.text, rule_file.scope, workspace.phrases), select, of_file, title)
                    for each in rule_file.criteria
                )

    def _patient_kind(self, line: PatientLine) -> str:
        phrases = self.workspace.phrases
        return phrases.say("kind-patient", born=whose_birth(line.birth, line.age, clock.today(), phrases))

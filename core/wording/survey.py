"""A survey in words: its steps, what is awaited, how many it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from core.catalogue.catalogue import Catalogue
from core.chart.sections import is_section, section_of
from core.criteria.printing.told import told
from core.engine.judgement.outcome import About
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.asking import Item
from core.screening.conclusions import Word
from core.screening.survey import Awaited, Step
from core.wording.conclusions import conclusion_word
from core.wording.verdicts import called, numbered


def step_words(step: Step, compiled: CompiledRuleFile, phrases: Phrases) -> tuple[str, str]:
    """Return what a step asks, and where it stands in the file ("" for what is no criterion)."""
    if step.key is None:
        return phrases.say(f"survey-step-{step.kind.value}"), ""
    cohort, _ = step.key
    criterion = compiled.criteria[step.key].criterion
    scope = compiled.scopes.get(cohort, compiled.checked.scope)
    place = numbered(criterion, phrases)
    if cohort:
        title = next(each.title for each in compiled.checked.rule_file.cohorts if each.id == cohort)
        place = f"{place} · {in_language(title, phrases.language)}"
    return called(criterion, scope, phrases), place


def item_words(item: Item, files: Iterable[CompiledRuleFile], catalogue: Catalogue, phrases: Phrases) -> str:
    """Return what is missing in words: a label of the catalogue, a question of a file, a list."""
    subject, about = item
    name = subject.partition(",")[0].partition(".")[0].strip()
    thing = catalogue.concept(name) or catalogue.drugs.get(name) or catalogue.classes.get(name)
    words = name.replace("_", " ")
    if thing is not None:
        words = in_language(thing.label, phrases.language)
    elif is_section(name) and section_of(name).is_row:
        words = phrases.say(f"form-{name.replace('_', '-')}")
    else:
        scope = next((each.checked.scope for each in files if name in each.checked.scope.questions), None)
        words = words if scope is None else told(scope.questions[name].ask, scope, phrases)
    return phrases.say("survey-list-of", what=words) if about is About.LIST else words


def awaited_words(
    awaited: Awaited, files: Sequence[CompiledRuleFile], catalogue: Catalogue, phrases: Phrases
) -> tuple[str, str]:
    """Return what is awaited, and the titles of the files it would settle."""
    by_id = {each.checked.rule_file.id: each.checked.rule_file for each in files}
    titles = ", ".join(in_language(by_id[each].short_title, phrases.language) for each in awaited.files)
    return item_words(awaited.item, files, catalogue, phrases), titles


def counted_words(counts: Iterable[tuple[Word, int]], phrases: Phrases) -> Iterator[str]:
    """Yield each conclusion with how many patients have it."""
    for word, count in counts:
        yield f"{conclusion_word(word, phrases)} {count}"

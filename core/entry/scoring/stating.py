"""What answers put on record: one finding with its day, its items and what follows from them."""

from __future__ import annotations

from core.catalogue.concept import Concept
from core.entry.scoring.answers import Answers, answers_of_text, shortened
from core.entry.statement import Plain
from core.entry.typed import Empty, Phrase, Refused, Typed, Typing, Understood
from core.entry.typed.dates import shown_date
from core.language.languages import in_language
from core.scores.given import RefusedError
from core.scores.recording import answer_of, stated
from core.scores.shipped import asked_for
from core.values.partial_date import parse_partial_date


def read_answers_text(text: str, concept: Concept, typing: Typing) -> Typed:
    """Return what the text of a panel's draft puts on record."""
    definition = asked_for(concept.id)
    if definition is None:
        return Refused(Phrase("entry-not-typed-here"))
    answers = answers_of_text(definition, text)
    if not answers.given:
        return Empty()
    day = answers.day or typing.on
    moment = parse_partial_date(day) if day else None
    if moment is not None and typing.is_to_come(moment):
        return Refused(Phrase("entry-after-today"))
    try:
        content = content_of(answers, concept)
    except RefusedError as error:
        first = error.refusals[0]
        asked = definition.inputs.get(first.where)
        name = first.where if asked is None else in_language(asked.label, typing.language)
        reason = (first.hint if first.is_of_range else "") or first.message
        return Refused(Phrase("score-refused", {"name": name}, sentences={"reason": reason}))
    if not day:
        return Understood(content)
    return Understood({**content, "date": day}, (Phrase("entry-of-day", {"day": shown_date(day, typing.language)}),))


def content_of(answers: Answers, concept: Concept) -> dict[str, Plain]:
    """Return the content of the finding, without its day. Raises RefusedError for an answer that cannot be used."""
    definition = answers.definition
    told = stated(definition, answer_of(definition, answers.given))
    if concept.domains:
        return {"domains": dict(answers.given)}
    if concept.items:
        items: dict[str, Plain] = {"items": shortened(concept, answers.given)}
        return {"value": told.values[0], **items} if told.values else items
    content: dict[str, Plain] = {"inputs": dict(answers.given), **told.fields}
    if told.values and definition.finding is not None:
        key = definition.finding.value if concept.fields else "value"
        content[key] = list(told.values) if concept.fields else told.values[0]
    if told.number and concept.code(told.values[0]) is not None:
        content["score"] = told.number
    if definition.finding is not None and definition.finding.method and told.values:
        content["method"] = [definition.finding.method]
    return content

"""Screening: one chart against one rule file version on one date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.entries import Episode
from core.engine.deciding.asking import moment_of
from core.engine.deciding.kleene import FALSE, TRUTH
from core.engine.deciding.moment import Moment
from core.engine.deciding.record import Record, record_of
from core.engine.judgement.outcome import NOT_BEGUN, About, Assumption, AssumptionKind, Cause, Gap, Outcome
from core.engine.judgement.situation import Days, Situation
from core.responses.finding import all_derived
from core.rule_files.compiling import CompiledRuleFile, Judge
from core.rule_files.rule_file import Cohort, Criterion, Form, RuleFile, RuleKind
from core.screening.anchors import AnchorDay, anchor_days
from core.screening.aspects import lacking
from core.screening.conclusions import BEST_FIRST, Conclusion, Facts, Word, conclude
from core.screening.judgements import Judgement, Remedy, Told, Verdict
from core.screening.kinds import kind_of_failure
from core.screening.looking_ahead import Asked, first_day, on_day
from core.screening.recruitment import Recruitment, recruitment_of
from core.screening.usual_exclusions import OnRecord, not_judged, usually_excluding
from core.screening.validity import Validity, holds_until
from core.values.truth import Truth

_OF_THAT_TIME = frozenset({Cause.MISSING, Cause.STALE, Cause.UNDATED, Cause.NEEDS_JUDGEMENT, Cause.JUDGEMENT_EXPIRED})
Key = tuple[str, str, str]
"""Cohort ("" for common criteria), criterion and decision point."""
HEADLINE = ("consent", "screening")
"""The points of the headline until enrolment: consent is asked for at screening."""
_NOTHING_LATER = (Word.NOT_ELIGIBLE, Word.NOT_THIS_COHORT, Word.OTHER_DISEASE)
"""Conclusions that no later point adds to."""


@dataclass(slots=True)
class Standing:
    """What was found of one file and is known to be the same on the chart at hand; what is found anew is added."""

    judgements: dict[Key, Judgement] = field(default_factory=dict[Key, Judgement])
    asked: dict[Key, Asked] = field(default_factory=dict[Key, Asked])
    memberships: dict[str, Outcome] = field(default_factory=dict[str, Outcome])  # "": of the file itself


_NOTHING_STANDS: Mapping[str, Standing] = {}


@dataclass(frozen=True, slots=True)
class CohortScreening:
    """One cohort of a file (or the whole of a file without cohorts): its conclusions and judgements.

    ``is_member_known``: the patient is known to have a disease of the file and to belong to the cohort.
    """

    id: str
    title: Mapping[str, str]
    membership: Outcome | None
    headline: Conclusion
    headline_point: str
    points: Mapping[str, Conclusion]
    judgements: tuple[Judgement, ...]
    is_member_known: bool = True

    @property
    def later_in_the_way(self) -> Mapping[str, Conclusion]:
        """The decision points after the headline's at which something fails that the headline does not tell already."""
        found: dict[str, Conclusion] = {}
        if self.headline.word in _NOTHING_LATER:
            return found
        told = {each.criterion.id for each in self.headline.fails}
        latest = self.headline.not_before or date.min
        for point in _after(self.headline_point, self.points):
            conclusion = self.points[point]
            names = {each.criterion.id for each in conclusion.fails}
            day = conclusion.not_before or date.min
            if names - told or (names and day > latest):
                found[point] = conclusion
                told |= names
                latest = max(latest, day)
        return found


def _after(head: str, points: Iterable[str]) -> Iterator[str]:
    """Yield the decision points that come after that of a headline, in their order."""
    is_after = head == "screening"
    for point in points:
        if is_after and point not in HEADLINE:
            yield point
        is_after = is_after or point == head


@dataclass(frozen=True, slots=True)
class Screening:
    """What came of it. ``best`` is the cohort that speaks for the file.

    ``usually_excluding``: what is on record and usually excludes, where the file's own exclusions are not public.
    """

    rule_file: RuleFile
    chart: Chart
    evaluation_on: date
    anchors: Mapping[str, AnchorDay]
    best: CohortScreening
    cohorts: tuple[CohortScreening, ...]
    later_entries: int
    usually_excluding: tuple[OnRecord, ...] = ()
    recruitment: Recruitment = field(init=False)  # whether the file takes patients; its conclusion is the same

    def __post_init__(self) -> None:
        object.__setattr__(self, "recruitment", recruitment_of(self.rule_file, self.evaluation_on))

    @property
    def conclusion(self) -> Conclusion:
        """The file's own line."""
        return self.best.headline

    @property
    def takes_patients(self) -> bool:
        """False if the patient has one of the file's diseases, and its state or registry says that nobody is taken."""
        return self.is_other_disease or self.recruitment.is_open

    @property
    def is_other_disease(self) -> bool:
        """True if the patient has none of the file's diseases."""
        return self.conclusion.word is Word.OTHER_DISEASE


def screen(compiled: CompiledRuleFile, chart: Chart, evaluation_on: date) -> Screening:
    """Judge one chart by one rule file on one date."""
    return screen_all((compiled,), chart, evaluation_on)[0]


def screen_all(files: Iterable[CompiledRuleFile], chart: Chart, evaluation_on: date) -> tuple[Screening, ...]:
    """Judge one chart by several files."""
    return tuple(screen_each(files, chart, evaluation_on))


def screen_each(
    files: Iterable[CompiledRuleFile],
    chart: Chart,
    evaluation_on: date,
    standing: Mapping[str, Standing] = _NOTHING_STANDS,
) -> Iterator[Screening]:
    """Judge one chart by one file after another: what was on record on the date is found out once.

    ``standing`` holds, by file, what is known to be the same on this chart as it was, and takes what is found.
    """
    given = tuple(files)
    if given:
        seen = chart_seen(chart, given[0].checked.scope.catalogue, evaluation_on)
        yield from screen_seen(given, seen, evaluation_on, len(chart.recorded), standing)


def chart_seen(chart: Chart, catalogue: Catalogue, evaluation_on: date, seen_by: frozenset[str] | None = None) -> Chart:
    """Return what was on record on a date, with what follows from it that some names see (None: all of it)."""
    return all_derived(chart.as_of(evaluation_on), catalogue, evaluation_on, seen_by)


def screen_seen(
    files: Iterable[CompiledRuleFile],
    seen: Chart,
    evaluation_on: date,
    entries: int,
    standing: Mapping[str, Standing] = _NOTHING_STANDS,
) -> Iterator[Screening]:
    """Judge what was seen on a date by one file after another; ``entries`` is how many there are of any date."""
    record: Record | None = None
    usual: tuple[OnRecord, ...] = ()
    for compiled in files:
        if record is None:
            catalogue = compiled.checked.scope.catalogue
            record = record_of(seen, catalogue)
            usual = usually_excluding(seen, catalogue, evaluation_on)
        known = standing.get(compiled.checked.rule_file.id) or Standing()
        screening = _screen(compiled, record, evaluation_on, entries - len(seen.recorded), known)
        yield beside(screening, compiled, usual)


def beside(screening: Screening, compiled: CompiledRuleFile, usual: tuple[OnRecord, ...]) -> Screening:
    """Return a screening with what usually excludes of what the file does not ask; nothing else of it moves."""
    if not usual or screening.is_other_disease:
        return screening if not screening.usually_excluding else replace(screening, usually_excluding=())
    best = screening.best
    left = not_judged(usual, compiled, best.id, best.judgements, screening.chart)
    return screening if left == screening.usually_excluding else replace(screening, usually_excluding=left)


def _screen(
    compiled: CompiledRuleFile, record: Record, evaluation_on: date, later: int, standing: Standing
) -> Screening:
    rule_file, seen = compiled.checked.rule_file, record.chart
    anchors = anchor_days(rule_file, seen, evaluation_on)
    desk = _Desk(compiled, record, evaluation_on, anchors, standing)
    disease = desk.membership("", "screening", compiled.has_disease)
    if _has_other_disease(disease, seen):
        best = CohortScreening("", rule_file.title, disease, Conclusion(Word.OTHER_DISEASE), "screening", {}, ())
        return Screening(rule_file, seen, evaluation_on, anchors, best, (), later)
    is_known = disease.truth is Truth.TRUE
    if not rule_file.cohorts:
        best = desk.part(None, is_member_known=is_known)
        return Screening(rule_file, seen, evaluation_on, anchors, best, (), later)
    cohorts = tuple(desk.cohort(cohort, is_disease_known=is_known) for cohort in rule_file.cohorts)
    return Screening(rule_file, seen, evaluation_on, anchors, _best(cohorts), cohorts, later)


def screen_record(compiled: CompiledRuleFile, record: Record, evaluation_on: date, standing: Standing) -> Screening:
    """Judge what was seen on a date, made ready before; what else is on record is not looked at."""
    return _screen(compiled, record, evaluation_on, 0, standing)


def is_of_other_disease(compiled: CompiledRuleFile, seen: Chart, evaluation_on: date) -> bool:
    """True if a patient has diagnoses, none of them the file's."""
    days = Days(evaluation_on, dict.fromkeys(compiled.checked.scope.anchors, evaluation_on))
    situation = Situation(seen, compiled.checked.scope, evaluation_on, days, days)
    return _has_other_disease(compiled.has_disease(situation), seen)


def work_up_holds(compiled: CompiledRuleFile, screening: Screening, part: CohortScreening) -> Validity:
    """Return until when what passes at the headline points of a part still passes if nothing is added."""
    record = record_of(screening.chart, compiled.checked.scope.catalogue)
    desk = _Desk(compiled, record, screening.evaluation_on, screening.anchors, Standing())
    points = HEADLINE if part.headline_point == "screening" else (part.headline_point,)
    return holds_until(desk.asked(each) for each in part.judgements if each.point in points)


def _has_other_disease(disease: Outcome, chart: Chart) -> bool:
    """A patient with diagnoses, none of them the file's, has another disease; a free text beside them opens no file."""
    if disease.truth is Truth.TRUE or any(_is_in_doubt(ref, chart) for ref in disease.evidence):
        return False
    return any(episode.concept and _is_diagnosis(episode) for episode in chart.episodes)


def _is_in_doubt(ref: str, chart: Chart) -> bool:
    entry = chart.by_ref.get(ref)
    return isinstance(entry, Episode) and (entry.is_suspected or bool(entry.against)) and bool(entry.concept)


def _is_diagnosis(episode: Episode) -> bool:
    return episode.ref.startswith("diagnoses/") and not episode.is_suspected


def _best(cohorts: tuple[CohortScreening, ...]) -> CohortScreening:
    """Return the cohort that speaks for the file: of those that apply the best, else of the undecided ones."""
    applying = [each for each in cohorts if each.membership is None or each.membership.truth is Truth.TRUE]
    open_ones = [each for each in cohorts if each.headline.word is not Word.NOT_THIS_COHORT]
    pool = applying or open_ones
    if pool:
        return min(pool, key=lambda each: BEST_FIRST.index(each.headline.word))
    none_fits = replace(cohorts[0].headline, word=Word.NOT_ELIGIBLE)
    return replace(cohorts[0], headline=none_fits)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Everything that judging one chart by one file needs at hand."""

    compiled: CompiledRuleFile
    record: Record
    evaluation_on: date
    anchors: Mapping[str, AnchorDay]
    standing: Standing
    situations: dict[tuple[str, str, bool], Situation] = field(default_factory=dict[tuple[str, str, bool], Situation])
    moments: dict[tuple[str, bool], Moment] = field(default_factory=dict[tuple[str, bool], Moment])

    @property
    def chart(self) -> Chart:
        """What is on record, and what follows from it."""
        return self.record.chart

    def situation(self, cohort: str, point: str, *, is_absence_assumed: bool = False) -> Situation:
        """Return the situation at a decision point."""
        key = (cohort, point, is_absence_assumed)
        if key not in self.situations:
            days = Days(self.anchors[point].day, {name: anchor.day for name, anchor in self.anchors.items()})
            scope = self.compiled.scopes[cohort]
            self.situations[key] = Situation(
                self.chart, scope, self.evaluation_on, days, days, is_absence_assumed=is_absence_assumed
            )
        return self.situations[key]

    def moment(self, point: str, *, is_absence_assumed: bool) -> Moment:
        """Return the same for truth alone."""
        key = (point, is_absence_assumed)
        if key not in self.moments:
            situation = self.situation("", point, is_absence_assumed=is_absence_assumed)
            self.moments[key] = moment_of(situation, self.record)
        return self.moments[key]

    def membership(self, cohort: str, point: str, judge: Judge) -> Outcome:
        """Return whether the patient belongs to a cohort, or to the file ("")."""
        known = self.standing.memberships
        if cohort not in known:
            known[cohort] = judge(self.situation(cohort, point))
        return known[cohort]

    def cohort(self, cohort: Cohort, *, is_disease_known: bool) -> CohortScreening:
        """Judge one cohort: membership first."""
        judge = self.compiled.memberships.get(cohort.id)
        default = "enrolment" if "enrolment" in self.compiled.checked.rule_file.anchors else "screening"
        membership = None if judge is None else self.membership(cohort.id, cohort.at or default, judge)
        if membership is not None and membership.truth is Truth.FALSE:
            conclusion = Conclusion(Word.NOT_THIS_COHORT)
            return CohortScreening(cohort.id, cohort.title, membership, conclusion, "screening", {}, ())
        is_member = membership is None or membership.truth is Truth.TRUE
        part = self.part(cohort, is_member_known=is_member and is_disease_known)
        return replace(part, membership=membership)

    def part(self, cohort: Cohort | None, *, is_member_known: bool) -> CohortScreening:
        """Judge the common criteria and those of a cohort, and conclude for every point."""
        rule_file = self.compiled.checked.rule_file
        pairs = [("", criterion) for criterion in rule_file.criteria]
        pairs += [] if cohort is None else [(cohort.id, criterion) for criterion in cohort.criteria]
        judgements = tuple(self._judgement(owner, each, point) for owner, each in pairs for point in each.points)
        lacks = lacking(judgements)
        facts = Facts(
            is_full=rule_file.is_full,
            is_sufficient=is_member_known and lacks.is_nothing,
            is_member_known=is_member_known,
            is_programme=rule_file.kind is RuleKind.PROGRAMME,
            holds_enough=not lacks.absent,
        )
        head = self._headline_point(judgements)
        groups = {point: tuple(each for each in judgements if each.point == point) for point in self.anchors}
        points = {point: self._concluded(group, facts) for point, group in groups.items() if group}
        headline = self._concluded(self._headline(judgements, head), facts)
        title = rule_file.title if cohort is None else cohort.title
        identity = "" if cohort is None else cohort.id
        return CohortScreening(identity, title, None, headline, head, points, judgements, is_member_known)

    def _headline_point(self, judgements: tuple[Judgement, ...]) -> str:
        """Screening until enrolment, then the next point that is not behind the patient."""
        if not self.anchors["enrolment"].is_reached and not self.anchors["infusion"].is_reached:
            return "screening"
        used = [point for point in self.anchors if any(each.point == point for each in judgements)]
        ahead = [point for point in used if not self.anchors[point].is_reached and point not in HEADLINE]
        return ahead[0] if ahead else "screening"

    def _headline(self, judgements: tuple[Judgement, ...], head: str) -> tuple[Judgement, ...]:
        """The judgements of the headline point, and every later one whose reason will still be there."""
        points = HEADLINE if head == "screening" else (head,)
        return tuple(
            each
            for each in judgements
            if each.point in points
            or each.is_due_later
            or (each.verdict is Verdict.FAILS and each.remedy in (Remedy.FIXED, Remedy.PASSING))
        )

    # --- one criterion

    def _judgement(self, owner: str, criterion: Criterion, point: str) -> Judgement:
        """Return what stands, or judge anew."""
        known, key = self.standing.judgements, (owner, criterion.id, point)
        if key not in known:
            known[key] = self._with_remedy(self._judged(owner, criterion, point))
        return known[key]

    def _judged(self, owner: str, criterion: Criterion, point: str) -> Judgement:
        """Decide a criterion; what does not pass is explained at once, the rest when somebody asks."""
        compiled = self.compiled.criteria[(owner, criterion.id)]
        assumed = criterion.is_absence_assumed
        situation = self.situation(owner, point, is_absence_assumed=assumed)
        moment = self.moment(point, is_absence_assumed=assumed)
        truth = TRUTH[compiled.decide(moment)]
        anchor = self.anchors[point]
        anchored = frozenset[Assumption]()
        if anchor.is_assumed:
            anchored = frozenset({Assumption(AssumptionKind.ANCHOR, point, anchor.day.isoformat())})
        if truth is Truth.TRUE:
            told = Told(truth, lambda: compiled.judge(situation))
            is_apart = compiled.applies is not None and compiled.applies(moment) == FALSE
            return Judgement(
                criterion, owner, point, anchor.day, told, compiled.aspects, anchored=anchored, does_not_apply=is_apart
            )
        outcome = compiled.judge(situation)
        if criterion.wording == "cut" and outcome.truth is Truth.UNKNOWN and not outcome.gaps:
            outcome = outcome._replace(gaps=frozenset({Gap(Cause.NOT_PUBLIC, criterion.text, About.TEXT)}))
        judgement = Judgement(criterion, owner, point, anchor.day, outcome, compiled.aspects, anchored=anchored)
        return replace(judgement, is_due_later=self._is_due_later(judgement, anchor))

    def _is_due_later(self, judgement: Judgement, anchor: AnchorDay) -> bool:
        """True for what needs a result or act of a time that has not come."""
        if anchor.is_reached or judgement.verdict is not Verdict.UNKNOWN or anchor.point == "screening":
            return False
        if judgement.criterion.form is Form.FORMALITY:
            return True
        gaps = judgement.open_gaps
        return bool(gaps) and all(self._is_of_that_time(gap) for gap in gaps)

    def _is_of_that_time(self, gap: Gap) -> bool:
        if gap.about is About.ANSWER or gap.detail == NOT_BEGUN:
            return gap.cause in _OF_THAT_TIME
        concept = self.compiled.checked.scope.catalogue.concept(gap.name)
        return (
            gap.about is About.VALUE
            and gap.cause in _OF_THAT_TIME
            and concept is not None
            and concept.freshness is not None
        )

    # --- remedies and conclusions

    def asked(self, judgement: Judgement) -> Asked:
        """Return a judgement ready to be judged on other days."""
        criterion = judgement.criterion
        key = (judgement.cohort, criterion.id, judgement.point)
        known = self.standing.asked
        if key not in known:
            assumed = criterion.is_absence_assumed
            situation = self.situation(judgement.cohort, judgement.point, is_absence_assumed=assumed)
            known[key] = Asked(judgement, self.compiled.criteria[key[:2]], situation, self.record)
        found = known[key]
        found.judgement = judgement  # by now its remedy may be known
        return found

    def _with_remedy(self, judgement: Judgement) -> Judgement:
        if judgement.verdict is not Verdict.FAILS:
            return judgement
        asked = self.asked(judgement)
        day = first_day((asked,), (), {})
        if day is not None:
            return replace(judgement, remedy=Remedy.TIME, not_before=day)
        courses, day = asked.stopping
        if day is not None:
            drugs = tuple(sorted({course.drug for course in courses}))
            return replace(judgement, remedy=Remedy.STOPPING, not_before=day, stop=drugs)
        if judgement.criterion.retest:
            return replace(judgement, remedy=Remedy.REPEATABLE)
        return replace(judgement, remedy=kind_of_failure(judgement.outcome, asked.situation.scope, self.chart))

    def _concluded(self, judgements: tuple[Judgement, ...], facts: Facts) -> Conclusion:
        """Conclude for a group of judgements, with the one day on which all that moves with time holds."""
        counted = [each for each in judgements if not each.is_due_later]
        fails = [each for each in counted if each.verdict is Verdict.FAILS]
        if not fails or any(each.remedy not in (Remedy.TIME, Remedy.STOPPING) for each in fails):
            return conclude(judgements, facts, self.evaluation_on)
        asked = [self.asked(each) for each in fails]
        others = [self.asked(each) for each in counted if each.verdict is not Verdict.FAILS]
        to_stop = [course for each in asked if each.judgement.remedy is Remedy.STOPPING for course in each.stopping[0]]
        stopped = {course.ref: self.evaluation_on for course in to_stop}
        day = first_day(asked, others, stopped, _own_day(fails, is_stopping=bool(stopped)))
        drugs = tuple(sorted({course.drug for course in to_stop}))
        is_open_then = day is not None and any(_is_open_on(each, day, stopped) for each in asked)
        timed = replace(facts, joint_day=day, stop=drugs, is_open_then=is_open_then)
        return conclude(_without_day(judgements) if day is None else judgements, timed, self.evaluation_on)


def _is_open_on(asked: Asked, day: date, stopped: Mapping[str, date]) -> bool:
    """True if a criterion is not known on a day and somebody at the patient's side could tell."""
    if on_day(asked, day, stopped) is not Truth.UNKNOWN:
        return False
    return any(not gap.cause.is_deferred for gap in asked.outcome_on(day, stopped).gaps)


def _own_day(fails: Iterable[Judgement], *, is_stopping: bool) -> date:
    """Return the day that no common day comes before: the latest of those on which each ends by itself.

    Where courses are stopped, a failure that waiting alone ends may end sooner than it said; it then bounds nothing.
    """
    days = [each.not_before for each in fails if not is_stopping or each.remedy is Remedy.STOPPING]
    return max((day for day in days if day is not None), default=date.min)


def _without_day(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Say of failures that each end, but on no common day, that no day fits."""
    return tuple(
        replace(each, remedy=Remedy.NO_DAY) if each.remedy in (Remedy.TIME, Remedy.STOPPING) else each
        for each in judgements
    )

"""Every rule catches its bad sample, lets its good one through, and says where the flaw is."""

from dataclasses import replace

import pytest

from certstudy.bank.lint import cues, facts, lengths, links, plain, reasons, snippets, stems, twins
from certstudy.bank.lint.finding import House, Rule
from certstudy.bank.lint.report import RULES
from certstudy.bank.problem import Severity
from certstudy.bank.shapes import LintShape
from certstudy.bank.tree import Path
from certstudy.core.picture import Picture
from certstudy.core.question import CodeExhibit, PictureExhibit, Question, TextExhibit
from certstudy.core.tasks import Filling, Gap, Gaps, Hotspot
from tests.bank.lint.samples import (
    BELIEFS,
    CLEAN,
    HOUSE,
    STEM,
    TODAY,
    with_exhibit,
    with_key,
    with_option,
    with_reference,
    with_stem,
    with_texts,
)

LONG = "Divide it on arrival into a good number of tightly sealed jars and open one of them each day"
THIN = Picture("assets/bar.svg", "A bar.", 40, 30)
TOLD = Picture("assets/bar.svg", "A bar with a grinder, beside it an open bag.", 40, 30)
GAPS = Gaps("a: [[b]]", (Gap("b", (Filling("0", "c: d:"), Filling("1", "e")), "1"),))
NUMBERS = "There are 12 guests, 34 cups and 56 spoons. You may use one tray. What should you do first?"

ERROR, WARNING = Severity.ERROR, Severity.WARNING
SAMPLES: list[tuple[Rule, Severity, Path, Question, Question]] = [
    (stems.no_question, ERROR, ("stem",), with_stem("The bag stands open."), with_stem("Choose the best jar.")),
    (stems.no_question, ERROR, ("stem",), with_stem("..."), with_stem("It is. Is it (open?)")),
    (stems.negative_question, ERROR, ("stem",),
     with_stem("A bag. Which jar is not sealed?"), with_stem("The jar is not sealed. What comes first?")),
    (stems.negative_question, ERROR, ("stem",),
     with_stem("All jars work, except which?"), with_stem("Which jar takes the least effort, given `not open`?")),
    (stems.long_stem, WARNING, ("stem",), with_stem("One more word. " * 40 + "Why?"),
     with_stem("A short one. Why?\n```\n" + "code " * 300 + "\n```\n")),
    (stems.long_stem, ERROR, ("stem",), with_stem("One more word. " * 60 + "Why?"), CLEAN),
    (stems.long_sentence, WARNING, ("stem",), with_stem("and so on " * 11 + ". Why?"),
     with_stem("- a list of words that\n" * 12 + "\nWhy?")),
    (stems.window_dressing, WARNING, ("stem",), with_stem(NUMBERS),
     replace(with_stem(NUMBERS), explanation="For 12 guests 34 cups are too many.")),
    (stems.no_yardstick, WARNING, ("stem",), with_stem("The bag is open. Which jar is the best?"),
     with_stem("The bag must be closed. Which jar is the best?")),
    (stems.trivial_recall, WARNING, ("stem",), with_stem("Which jar keeps air out?"),
     with_stem("Which jar keeps air out?", difficulty=1)),
    (stems.trivial_recall, WARNING, ("stem",),
     with_stem("What is a jar " + "that stands somewhere in the bar " * 5 + "?"),
     replace(with_stem("Why does it fail?"), exhibits=(TextExhibit("Log", "x"),))),
    (plain.plain_words, WARNING, ("options", "A", "why"), with_option("A", why="It utilizes the fridge."),
     with_option("A", why="It uses `utilize --prior to` and utility.")),
    (plain.plain_words, WARNING, ("stem",), with_stem("Whilst it stands open, why?"), CLEAN),
    (plain.thin_description, WARNING, ("exhibits", 0), with_exhibit(PictureExhibit("Bar", THIN)),
     with_exhibit(PictureExhibit("Bar", TOLD))),
    (plain.thin_description, WARNING, ("image",), replace(CLEAN, task=Hotspot(THIN, (), frozenset())),
     replace(CLEAN, task=Hotspot(TOLD, (), frozenset()))),
    (facts.due, WARNING, ("due",), replace(CLEAN, due="2026-03-31", due_note="The jar is renamed."),
     replace(CLEAN, due="2026-04-01", due_note="The jar is renamed.")),
    (facts.due, WARNING, ("due",), replace(CLEAN, due="2025-03-01", due_note="The jar is gone."), CLEAN),
    (facts.due, ERROR, ("due",), replace(CLEAN, due="2026-02-30", due_note="The jar is gone."), CLEAN),
    (lengths.long_key, WARNING, ("answer",), with_key(LONG), with_key("Divide it on arrival into some sealed jars")),
    (lengths.punctuated_key, WARNING, ("answer",),
     with_key("Divide it, on arrival, into jars"), with_option("A", text="Keep it, if cool, in the fridge")),
    (lengths.uneven_lengths, WARNING, ("options",), with_texts("Short", "A good deal longer one"),
     with_texts("Short", "Longer")),
    (lengths.mixed_form, WARNING, ("options",), with_texts("`brew`", "Brew it", "Stop it", "Grind it"),
     with_texts("`brew`", "`stop it`", "`grind`", "`boil`")),
    (lengths.unordered_numbers, WARNING, ("options",), with_texts("30 g", "15 g", "18 g"),
     replace(with_texts("15 g", "18 g", "30 g"), shuffle=False)),
    (lengths.unordered_numbers, WARNING, ("options",), with_texts("15 g", "18 g", "30 g"),
     with_texts("15 jars of the house", "30 bags on the shelf", "18 tins")),
    (cues.absolute_distractor, WARNING, ("options", "A", "text"),
     with_option("A", text="Always keep it in the fridge"), with_option("A", text="Run `keep --all` on it")),
    (cues.hedged_key, WARNING, ("options", "B", "text"), with_key("It usually helps to divide it"),
     with_texts("It may help", "It usually helps", "It works")),
    (cues.echo, WARNING, ("answer",), with_key("Close it beside the grinder"),
     with_texts("Move the grinder", "Close the grinder", "Sell the machine")),
    (cues.convergence, WARNING, ("options", "B", "text"),
     with_texts("Sealed glass jars", "Sealed small glass jars daily", "Small glass tins daily", "Sealed small bags"),
     with_texts("Sealed glass jars", "Opened steel tins", "Small paper bags")),
    (cues.of_the_above, ERROR, ("options", "C", "text"), with_option("C", text="All of the above"),
     with_option("C", text="All of the beans")),
    (cues.of_the_above, ERROR, ("options", "C", "text"), with_option("C", text="Both A and B"),
     with_option("C", text="Both of the jars A and the tins")),
    (cues.odd_opening, WARNING, ("options",), with_texts("Cooling it", "A sealed jar", "Grinding it"),
     with_texts("A fridge", "A sealed jar", "The shelf")),
    (twins.equal_options, ERROR, ("options", "C", "text"), with_texts("A jar", "B jar", "a  JAR."),
     with_texts("A jar", "B jar", "C jar")),
    (twins.overlapping_options, WARNING, ("options", "B", "text"),
     with_texts("Keep it in jars", "Keep it in sealed jars", "Sell it"),
     with_texts("Jars for beans and tins for sugar", "Tins for beans and jars for sugar", "Sell both")),
    (twins.overlapping_options, WARNING, ("options", "C", "text"),
     with_texts("Keep the open bag of old beans in the fridge at the back", "Sell it",
                "Keep the open bag of old beans in the larder at the back"),
     with_texts("Keep it in the fridge", "Sell it to the shop", "Keep it in a jar")),
    (twins.overlapping_ranges, WARNING, ("options", "B", "text"), with_texts("60 to 70 °C", "65-75 °C", "80-90 °C"),
     with_texts("60 to 70 °C", "70-80 °C", "80-90 °C")),
    (reasons.missing_why, ERROR, ("options", "A"), with_option("A", why=""), CLEAN),
    (reasons.empty_why, WARNING, ("options", "A", "why"), with_option("A", why="This option is incorrect."),
     with_option("A", why="Incorrect in a bar, because moisture enters.")),
    (reasons.long_why, WARNING, ("options", "A", "why"), with_option("A", why="word " * 46),
     with_option("A", why="word " * 45)),
    (reasons.missing_belief, ERROR, ("options", "A"), with_option("A", misconception=None), CLEAN),
    (reasons.missing_belief, ERROR, ("options", "A", "misconception"),
     with_option("A", misconception="cold-keeps-it-fresh"), CLEAN),
    (reasons.believed_key, ERROR, ("options", "B"), with_option("B", misconception="fresher-is-better"), CLEAN),
    (reasons.missing_explanation, ERROR, (), replace(CLEAN, explanation=""), CLEAN),
    (reasons.letter_mentioned, ERROR, ("options", "A", "why"), with_option("A", why="As option B says."),
     with_option("A", why="One option a bar has.")),
    (reasons.letter_mentioned, ERROR, ("explanation",), replace(CLEAN, explanation="Answers A and C fail."),
     replace(CLEAN, explanation="It answers a need.")),
    (facts.missing_reference, ERROR, (), replace(CLEAN, references=()), CLEAN),
    (facts.unofficial_source, ERROR, ("references", 0, "url"), with_reference("https://brew.example.org.evil.com/"),
     with_reference("https://code.example.org/brew/page")),
    (facts.unofficial_source, ERROR, ("references", 0, "url"), with_reference("https://code.example.org/brewery"),
     with_reference("https://brew.example.org")),
    (facts.bad_date, ERROR, ("verified",), replace(CLEAN, verified="2026-02-30"), CLEAN),
    (facts.bad_date, ERROR, ("references", 0, "checked"), with_reference(checked="2026-03-02"),
     with_reference(checked="2026-03-01")),
    (facts.unchecked, ERROR, ("references", 0), with_reference(checked=""), CLEAN),
    (facts.unchecked, WARNING, ("references", 0, "checked"), with_reference(checked="2025-09-01"),
     with_reference(checked="2025-09-03")),
    (facts.stale_term, ERROR, ("stem",), with_stem("Clean the Percolator. " + STEM),
     with_stem("The moka pot replaced the percolator. " + STEM)),
    (facts.stale_term, ERROR, ("options", "A", "why"), with_option("A", why="Use ACME."),
     with_option("A", why="Use acme or ACME-like or ACMEs.")),
    (facts.stale_term, ERROR, ("exhibits", 0), with_exhibit(CodeExhibit("x.yml", "yaml", "task: Brew@1")),
     replace(with_exhibit(CodeExhibit("x.yml", "yaml", "task: Brew@1")), tags=("history",))),
    (snippets.broken_snippet, ERROR, ("exhibits", 0), with_exhibit(CodeExhibit("x.yml", "yaml", "a: b: c")),
     with_exhibit(CodeExhibit("x.yml", "azure-pipelines", "on: [push]\n${{ if x }}:\n  a: &b 1\n  c: *b"))),
    (snippets.broken_snippet, ERROR, ("exhibits", 0), with_exhibit(CodeExhibit("x", "json", '{"a": 1,}')),
     with_exhibit(CodeExhibit("x", "json", '{"a": 1}\n{"a": 2}'))),
    (snippets.broken_snippet, ERROR, ("exhibits", 0), with_exhibit(CodeExhibit("x", "json", "one\ntwo")),
     with_exhibit(CodeExhibit("x", "text", "{ broken"))),
    (snippets.broken_snippet, ERROR, ("exhibits", 0), with_exhibit(CodeExhibit("x", "json", '{"a": NaN}')),
     with_exhibit(CodeExhibit("x", "json", '{"a": "NaN"}'))),
    (links.strange_link, ERROR, ("stem",), with_stem("See [it](https://elsewhere.example). " + STEM),
     with_stem("See [it](https://brew.example.org/x) and `<script>` and <shop>. " + STEM)),
    (snippets.broken_snippet, ERROR, ("exhibits", 0), with_exhibit(CodeExhibit("x", "json", "{")),
     with_exhibit(CodeExhibit("x", "json", "{", broken=True))),
    (snippets.broken_snippet, ERROR, ("code", "text"), replace(CLEAN, task=replace(GAPS, language="json")),
     replace(CLEAN, task=replace(GAPS, language="yaml"))),
]  # fmt: skip


NEGATIVE = [
    "Which of these should you avoid", "Which step should the team avoid", "Which claim is wrong",
    "Which setting isn't right", "What must you never do", "Which tool cannot help", "Which jar is least useful",
    "Which jar fails to keep air out", "Which lid should be avoided",
]  # fmt: skip
POSITIVE = [
    "What should you do to avoid stale beans", "What is wrong in this recipe",
    "Which jar helps a bar that fails to close its bags", "Which jar suits guests who cannot wait",
    "Which jar takes the least work",
]  # fmt: skip
OF_OTHERS = [
    "All the above", "None of these", "All of the listed options", "None of the options.", "Neither of these",
    "All answers are correct", "All options above",
]  # fmt: skip
OF_ITSELF = ["All of these beans", "None of the jars", "All options of the grinder", "Both jars"]
LETTERED = [
    "The answer is B.",
    "Answer: C",
    "D is the right one, as B is correct.",
    "The options are A and C.",
]


@pytest.mark.parametrize("asked", NEGATIVE)
def test_a_question_is_negative_in_many_words(asked: str) -> None:
    assert list(stems.negative_question(with_stem(f"The bag stands open. {asked}?"), HOUSE))


@pytest.mark.parametrize("asked", POSITIVE)
def test_a_situation_may_hold_the_same_words(asked: str) -> None:
    assert list(stems.negative_question(with_stem(f"The bag stands open. {asked}?"), HOUSE)) == []


@pytest.mark.parametrize("text", OF_OTHERS)
def test_an_option_talks_of_the_others_in_many_words(text: str) -> None:
    assert list(cues.of_the_above(with_option("C", text=text), HOUSE))


@pytest.mark.parametrize("text", OF_ITSELF)
def test_an_option_may_talk_of_all_things_of_a_kind(text: str) -> None:
    assert list(cues.of_the_above(with_option("C", text=text), HOUSE)) == []


@pytest.mark.parametrize("text", LETTERED)
def test_a_letter_is_found_in_many_words(text: str) -> None:
    assert list(reasons.letter_mentioned(replace(CLEAN, explanation=text), HOUSE))


@pytest.mark.parametrize(
    "text",
    [
        "[here](javascript:alert(1))",
        "[here](//elsewhere.example)",
        "[here](file:///etc/passwd)",
        "[here](https://elsewhere.example/x)",
        "[here](http://brew.example.org)",
        "<ftp://brew.example.org>",
        "See [here].\n\n[here]: https://elsewhere.example/x",
        "A <script>alert(1)</script>",
        'An <IMG src="x">',
    ],
)
def test_links_and_html_are_looked_at_wherever_markdown_is_shown(text: str) -> None:
    for question in (
        replace(CLEAN, stem=text),
        with_option("A", why=text),
        with_exhibit(TextExhibit("x", text)),
    ):
        assert list(links.strange_link(question, HOUSE))


def name(sample: tuple[Rule, Severity, Path, Question, Question]) -> str:
    return sample[0].__name__


@pytest.mark.parametrize("sample", SAMPLES, ids=name)
def test_the_bad_sample_is_caught_where_it_is_bad(
    sample: tuple[Rule, Severity, Path, Question, Question],
) -> None:
    rule, severity, path, bad, _ = sample
    found = [(finding.severity, finding.path) for finding in rule(bad, HOUSE)]
    assert (severity, path) in found


@pytest.mark.parametrize("sample", SAMPLES, ids=name)
def test_the_good_sample_passes(sample: tuple[Rule, Severity, Path, Question, Question]) -> None:
    rule, _, _, _, good = sample
    assert list(rule(good, HOUSE)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_a_sample_and_likes_a_clean_question(rule: Rule) -> None:
    assert rule in {sample[0] for sample in SAMPLES}
    assert list(rule(CLEAN, HOUSE)) == []


def test_a_near_miss_of_a_belief_is_recognised() -> None:
    (finding,) = reasons.missing_belief(with_option("A", misconception="cold-keep-fresh"), HOUSE)
    assert finding.hint == "Did you mean 'cold-keeps-fresh'?"


def test_a_pack_without_settings_has_no_official_sources_and_no_stale_terms() -> None:
    house = House(LintShape(), BELIEFS, TODAY)
    question = replace(with_reference("https://anywhere.example"), stem="ACME percolator?")
    assert list(facts.unofficial_source(question, house)) == []
    assert list(facts.stale_term(question, house)) == []

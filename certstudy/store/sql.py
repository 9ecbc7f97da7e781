"""Made from `statements` by python -m certstudy.store.generate; changes belong there."""

QUESTIONS = """
SELECT question.id, question.name, question.area, question.objective
FROM question
"""

QUESTION_NAMES = """
SELECT question.id, question.name
FROM question
"""

QUESTION_NAMED = """
SELECT question.id, question.area, question.objective
FROM question
WHERE question.name = :name
"""

ADD_QUESTION = """
INSERT INTO question (name, area, objective) VALUES (:name, :area, :objective)
"""

MOVE_QUESTION = """
UPDATE question SET area=:to_area, objective=:to_objective WHERE question.id = :number
"""

EDITION_NUMBER = """
SELECT edition.id
FROM edition
WHERE edition.question = :question AND edition.revision = :revision
"""

ADD_EDITION = """
INSERT INTO edition (question, revision, guess_rate) VALUES (:question, :revision, :guess_rate)
"""

RESPONSE_NUMBER = """
SELECT response.id
FROM response
WHERE response.options = :options
"""

ADD_RESPONSE = """
INSERT INTO response (options) VALUES (:options)
"""

ADOPTED = """
SELECT adopted.fingerprint
FROM adopted
"""

FORGET_ADOPTED = """
DELETE FROM adopted
"""

REMEMBER_ADOPTED = """
INSERT INTO adopted (fingerprint) VALUES (:fingerprint)
"""

SEALED_ANSWERS = """
SELECT answer.id, answer.sitting, question.name, edition.revision, answer.at, answer.offset_minutes,
    response.options, answer.points, answer.out_of, answer.milliseconds, answer.confidence
FROM answer JOIN edition ON edition.id = answer.edition JOIN question ON question.id = edition.question JOIN
    response ON response.id = answer.response
"""

ADD_ANSWER = """
INSERT INTO answer (sitting, edition, at, offset_minutes, response, points, out_of, milliseconds, confidence)
    VALUES (:sitting, :edition, :at, :offset_minutes, :response, :points, :out_of, :milliseconds, :confidence)
"""

ANSWER_NUMBERED = """
SELECT answer.id, answer.sitting, question.name, edition.revision, answer.at, answer.offset_minutes,
    response.options, answer.points, answer.out_of, answer.milliseconds, answer.confidence, edition.guess_rate
FROM answer JOIN edition ON edition.id = answer.edition JOIN question ON question.id = edition.question JOIN
    response ON response.id = answer.response
WHERE answer.id = :answer
"""

STANDING_ANSWERS = """
SELECT answer.id, answer.sitting, question.name, edition.revision, answer.at, answer.offset_minutes,
    response.options, answer.points, answer.out_of, answer.milliseconds, answer.confidence, edition.guess_rate
FROM answer JOIN edition ON edition.id = answer.edition JOIN question ON question.id = edition.question JOIN
    response ON response.id = answer.response LEFT OUTER JOIN retraction ON retraction.answer = answer.id
WHERE retraction.answer IS NULL ORDER BY question.id, answer.id
"""

STANDING_OF_QUESTION = """
SELECT answer.id, answer.sitting, question.name, edition.revision, answer.at, answer.offset_minutes,
    response.options, answer.points, answer.out_of, answer.milliseconds, answer.confidence, edition.guess_rate
FROM answer JOIN edition ON edition.id = answer.edition JOIN question ON question.id = edition.question JOIN
    response ON response.id = answer.response LEFT OUTER JOIN retraction ON retraction.answer = answer.id
WHERE retraction.answer IS NULL AND question.id = :question ORDER BY answer.id
"""

STANDING_TO_NAME = """
SELECT answer.id, answer.sitting, question.name, edition.revision, answer.at, answer.offset_minutes,
    response.options, answer.points, answer.out_of, answer.milliseconds, answer.confidence, edition.guess_rate
FROM answer JOIN edition ON edition.id = answer.edition JOIN question ON question.id = edition.question JOIN
    response ON response.id = answer.response LEFT OUTER JOIN retraction ON retraction.answer = answer.id
WHERE retraction.answer IS NULL AND question.name = :name ORDER BY answer.id
"""

STANDING_OF_RECENT = """
SELECT answer.id, answer.sitting, question.name, edition.revision, answer.at, answer.offset_minutes,
    response.options, answer.points, answer.out_of, answer.milliseconds, answer.confidence, edition.guess_rate
FROM answer JOIN edition ON edition.id = answer.edition JOIN question ON question.id = edition.question JOIN
    response ON response.id = answer.response LEFT OUTER JOIN retraction ON retraction.answer = answer.id
WHERE retraction.answer IS NULL AND edition.question IN (SELECT edition.question
FROM answer JOIN edition ON edition.id = answer.edition
WHERE answer.id > (SELECT max(answer.id) AS max_1
FROM answer) - :limit) ORDER BY answer.id
"""

STANDING_OF_SITTING = """
SELECT answer.id, answer.sitting, question.name, edition.revision, answer.at, answer.offset_minutes,
    response.options, answer.points, answer.out_of, answer.milliseconds, answer.confidence, edition.guess_rate
FROM answer JOIN edition ON edition.id = answer.edition JOIN question ON question.id = edition.question JOIN
    response ON response.id = answer.response LEFT OUTER JOIN retraction ON retraction.answer = answer.id
WHERE retraction.answer IS NULL AND answer.id BETWEEN :first AND :last AND answer.sitting = :sitting ORDER BY
    answer.id
"""

ADD_RETRACTION = """
INSERT INTO retraction (answer, at, offset_minutes) VALUES (:answer, :at, :offset_minutes)
"""

RETRACTION_OF = """
SELECT retraction.at
FROM retraction
WHERE retraction.answer = :answer
"""

RETRACTIONS = """
SELECT answer.sitting, answer.id, retraction.at, retraction.offset_minutes
FROM retraction JOIN answer ON answer.id = retraction.answer
"""

FIRST_ATTEMPTS = """
SELECT question.name, answer.at, answer.offset_minutes, answer.points, answer.out_of
FROM (SELECT of_editions.question AS question, min(of_editions.answer) AS answer
FROM (SELECT edition.question AS question, (SELECT answer.id
FROM answer LEFT OUTER JOIN retraction ON retraction.answer = answer.id
WHERE answer.edition = edition.id AND retraction.answer IS NULL ORDER BY answer.id
LIMIT 1 OFFSET 0) AS answer
FROM edition) AS of_editions GROUP BY of_editions.question) AS of_questions JOIN answer ON answer.id =
    of_questions.answer JOIN question ON question.id = of_questions.question ORDER BY answer.id
"""

STANDING_LATEST = """
SELECT answer.id, answer.sitting, question.name, edition.revision, answer.at, answer.offset_minutes,
    response.options, answer.points, answer.out_of, answer.milliseconds, answer.confidence, edition.guess_rate
FROM answer JOIN edition ON edition.id = answer.edition JOIN question ON question.id = edition.question JOIN
    response ON response.id = answer.response LEFT OUTER JOIN retraction ON retraction.answer = answer.id
WHERE retraction.answer IS NULL ORDER BY answer.id DESC
LIMIT :most OFFSET 0
"""

STATE_NAMES = (
    "answers",
    "right",
    "first_credit",
    "last_credit",
    "misled",
    "stability",
    "difficulty",
    "last",
    "last_offset",
)

STATES = """
SELECT question.id, question.name, question_state.answers, question_state."right",
    question_state.first_credit, question_state.last_credit, question_state.misled, question_state.stability,
    question_state.difficulty, question_state.last, question_state.last_offset
FROM question_state JOIN question ON question.id = question_state.question
"""

STATE_OF = """
SELECT question_state.answers, question_state."right", question_state.first_credit,
    question_state.last_credit, question_state.misled, question_state.stability, question_state.difficulty,
    question_state.last, question_state.last_offset
FROM question_state
WHERE question_state.question = :question
"""

KEEP_STATE = """
INSERT INTO question_state (question, answers, "right", first_credit, last_credit, misled, stability,
    difficulty, last, last_offset) VALUES (:question, :answers, :right, :first_credit, :last_credit, :misled,
    :stability, :difficulty, :last, :last_offset) ON CONFLICT (question) DO UPDATE SET answers =
    excluded.answers, "right" = excluded."right", first_credit = excluded.first_credit, last_credit =
    excluded.last_credit, misled = excluded.misled, stability = excluded.stability, difficulty =
    excluded.difficulty, last = excluded.last, last_offset = excluded.last_offset
"""

DROP_STATE = """
DELETE FROM question_state WHERE question_state.question = :question
"""

CLEAR_STATES = """
DELETE FROM question_state
"""

ADD_SITTING = """
INSERT INTO sitting (kind, source, seed, form, opened, opened_offset, limit_ms, closed, closed_offset,
    elapsed_ms, place, first_answer, last_answer, seal, "plan", kept, kept_offset) VALUES (:kind, :source,
    :seed, :form, :opened, :opened_offset, :limit_ms, :closed, :closed_offset, :elapsed_ms, :place,
    :first_answer, :last_answer, :seal, :plan, :kept, :kept_offset)
"""

SITTING = """
SELECT sitting.id, sitting.kind, sitting.source, sitting.seed, sitting.form, sitting.opened,
    sitting.opened_offset, sitting.limit_ms, sitting.closed, sitting.closed_offset, sitting.elapsed_ms,
    sitting.place, sitting."plan", sitting.kept, sitting.kept_offset
FROM sitting
WHERE sitting.id = :sitting
"""

OPEN_SITTINGS = """
SELECT sitting.id, sitting.kind, sitting.source, sitting.seed, sitting.form, sitting.opened,
    sitting.opened_offset, sitting.limit_ms, sitting.closed, sitting.closed_offset, sitting.elapsed_ms,
    sitting.place, sitting."plan", sitting.kept, sitting.kept_offset
FROM sitting
WHERE sitting.kind = :kind AND sitting.closed IS NULL ORDER BY sitting.id DESC
"""

CLOSED_SITTINGS = """
SELECT sitting.id, sitting.kind, sitting.source, sitting.seed, sitting.form, sitting.opened,
    sitting.opened_offset, sitting.limit_ms, sitting.closed, sitting.closed_offset, sitting.elapsed_ms,
    sitting.place, sitting."plan", sitting.kept, sitting.kept_offset
FROM sitting
WHERE sitting.kind = :kind AND sitting.closed IS NOT NULL ORDER BY sitting.closed DESC, sitting.id DESC
LIMIT :most OFFSET 0
"""

CLOSED_TOTALS = """
SELECT sitting_total.sitting, sitting_total.area, sitting_total.answers, sitting_total.points,
    sitting_total.out_of, sitting_total.milliseconds
FROM sitting_total
WHERE sitting_total.sitting IN (SELECT sitting.id
FROM sitting
WHERE sitting.kind = :kind AND sitting.closed IS NOT NULL ORDER BY sitting.closed DESC, sitting.id DESC
LIMIT :most OFFSET 0)
"""

ANSWER_RANGE = """
SELECT sitting.first_answer, sitting.last_answer
FROM sitting
WHERE sitting.id = :sitting
"""

SOURCE_OF = """
SELECT sitting.source
FROM sitting
WHERE sitting.id = :sitting
"""

OPEN_SOURCE_OF = """
SELECT sitting.source
FROM sitting
WHERE sitting.id = :sitting AND sitting.closed IS NULL
"""

SOURCES = """
SELECT sitting.id, sitting.source
FROM sitting
"""

SEALS = """
SELECT sitting.id, sitting.seal
FROM sitting
"""

NOTE_ANSWERS = """
UPDATE sitting SET elapsed_ms=:elapsed, place=(sitting.place + :steps),
    first_answer=coalesce(sitting.first_answer, :first), last_answer=:last, seal=((sitting.seal + :seal_more)
    % 4294967296) WHERE sitting.id = :sitting
"""

NOTE_RETRACTION = """
UPDATE sitting SET place=CASE WHEN (sitting.closed IS NULL) THEN max(0, sitting.place - 1) ELSE sitting.place
    END, seal=((sitting.seal + :seal_more) % 4294967296) WHERE sitting.id = :sitting
"""

MOVE_SITTING = """
UPDATE sitting SET elapsed_ms=:elapsed, place=:to_place, kept=:at, kept_offset=:offset WHERE sitting.id =
    :sitting AND sitting.closed IS NULL
"""

CLOSE_SITTING = """
UPDATE sitting SET closed=:at, closed_offset=:offset, elapsed_ms=:elapsed WHERE sitting.id = :sitting AND
    sitting.closed IS NULL
"""

KEEP_DRAFT = """
INSERT INTO draft (sitting, question, response, marked, struck, milliseconds, note, highlights, first,
    settled, changes, confidence, locked) VALUES (:sitting, :question, :response, :marked, :struck,
    :milliseconds, :note, :highlights, :first, :settled, :changes, :confidence, :locked) ON CONFLICT (sitting,
    question) DO UPDATE SET response = excluded.response, marked = excluded.marked, struck = excluded.struck,
    milliseconds = excluded.milliseconds, note = excluded.note, highlights = excluded.highlights, first =
    excluded.first, settled = excluded.settled, changes = excluded.changes, confidence = excluded.confidence,
    locked = excluded.locked
"""

DRAFTS = """
SELECT question.name, draft.response, draft.marked, draft.struck, draft.milliseconds, draft.note,
    draft.highlights, draft.first, draft.settled, draft.changes, draft.confidence, draft.locked
FROM draft JOIN question ON question.id = draft.question
WHERE draft.sitting = :sitting
"""

KEEP_INTERRUPTION = """
INSERT INTO interruption (sitting, number, kind, place, at, offset_minutes, milliseconds) VALUES (:sitting,
    :number, :kind, :place, :at, :offset_minutes, :milliseconds) ON CONFLICT (sitting, number) DO UPDATE SET
    kind = excluded.kind, place = excluded.place, at = excluded.at, offset_minutes = excluded.offset_minutes,
    milliseconds = excluded.milliseconds
"""

INTERRUPTIONS = """
SELECT interruption.kind, interruption.place, interruption.at, interruption.offset_minutes,
    interruption.milliseconds
FROM interruption
WHERE interruption.sitting = :sitting ORDER BY interruption.number
"""

ADD_RESULT = """
INSERT INTO exam_result (kind, day, score, share, bars, at, offset_minutes) VALUES (:kind, :day, :score,
    :share, :bars, :at, :offset_minutes)
"""

DROP_RESULT = """
DELETE FROM exam_result WHERE exam_result.id = :result
"""

RESULTS = """
SELECT exam_result.id, exam_result.kind, exam_result.day, exam_result.score, exam_result.share,
    exam_result.bars
FROM exam_result ORDER BY exam_result.day, exam_result.id
"""

KEEP_FORECAST = """
INSERT INTO mock_forecast (sitting, mean, low, middle, high, p_pass) VALUES (:sitting, :mean, :low, :middle,
    :high, :p_pass) ON CONFLICT (sitting) DO UPDATE SET mean = excluded.mean, low = excluded.low, middle =
    excluded.middle, high = excluded.high, p_pass = excluded.p_pass
"""

FORECASTS = """
SELECT mock_forecast.sitting, mock_forecast.mean, mock_forecast.low, mock_forecast.middle, mock_forecast.high,
    mock_forecast.p_pass
FROM mock_forecast
"""

DAY_NAMES = ("day", "area", "answers", "credit", "milliseconds", "first_answers", "first_credit", "planned")

DAYS = """
SELECT day_total.day, day_total.area, day_total.answers, day_total.credit, day_total.milliseconds,
    day_total.first_answers, day_total.first_credit, day_total.planned
FROM day_total
"""

COUNT_DAY = """
INSERT INTO day_total (day, area, answers, credit, milliseconds, first_answers, first_credit, planned) VALUES
    (:day, :area, :answers, :credit, :milliseconds, :first_answers, :first_credit, :planned) ON CONFLICT (day,
    area) DO UPDATE SET answers = (day_total.answers + excluded.answers), credit = (day_total.credit +
    excluded.credit), milliseconds = (day_total.milliseconds + excluded.milliseconds), first_answers =
    (day_total.first_answers + excluded.first_answers), first_credit = (day_total.first_credit +
    excluded.first_credit), planned = (day_total.planned + excluded.planned)
"""

DROP_DAY = """
DELETE FROM day_total WHERE day_total.day = :day AND day_total.area = :area AND day_total.answers = 0
"""

CLEAR_DAYS = """
DELETE FROM day_total
"""

DAYS_SINCE = """
SELECT day_total.day, day_total.area, day_total.answers, day_total.credit, day_total.milliseconds,
    day_total.first_answers, day_total.first_credit
FROM day_total
WHERE day_total.day >= :since ORDER BY day_total.day, day_total.area
"""

PLANNED = """
SELECT day_total.area, sum(day_total.planned) AS sum_1
FROM day_total GROUP BY day_total.area
"""

OBJECTIVE_NAMES = ("objective", "answers", "credit", "met", "known")

OBJECTIVES = """
SELECT objective_total.objective, objective_total.answers, objective_total.credit, objective_total.met,
    objective_total.known
FROM objective_total
"""

COUNT_OBJECTIVE = """
INSERT INTO objective_total (objective, answers, credit, met, known) VALUES (:objective, :answers, :credit,
    :met, :known) ON CONFLICT (objective) DO UPDATE SET answers = (objective_total.answers +
    excluded.answers), credit = (objective_total.credit + excluded.credit), met = (objective_total.met +
    excluded.met), known = (objective_total.known + excluded.known)
"""

DROP_OBJECTIVE = """
DELETE FROM objective_total WHERE objective_total.objective = :objective AND objective_total.answers = 0
"""

CLEAR_OBJECTIVES = """
DELETE FROM objective_total
"""

SITTING_TOTAL_NAMES = ("sitting", "area", "answers", "points", "out_of", "milliseconds")

SITTING_TOTALS = """
SELECT sitting_total.sitting, sitting_total.area, sitting_total.answers, sitting_total.points,
    sitting_total.out_of, sitting_total.milliseconds
FROM sitting_total
"""

COUNT_SITTING_TOTAL = """
INSERT INTO sitting_total (sitting, area, answers, points, out_of, milliseconds) VALUES (:sitting, :area,
    :answers, :points, :out_of, :milliseconds) ON CONFLICT (sitting, area) DO UPDATE SET answers =
    (sitting_total.answers + excluded.answers), points = (sitting_total.points + excluded.points), out_of =
    (sitting_total.out_of + excluded.out_of), milliseconds = (sitting_total.milliseconds +
    excluded.milliseconds)
"""

DROP_SITTING_TOTAL = """
DELETE FROM sitting_total WHERE sitting_total.sitting = :sitting AND sitting_total.area = :area AND
    sitting_total.answers = 0
"""

CLEAR_SITTING_TOTALS = """
DELETE FROM sitting_total
"""

FLAGS = """
SELECT question.name
FROM flag JOIN question ON question.id = flag.question
"""

KEEP_FLAG = """
INSERT INTO flag (question, at, offset_minutes) VALUES (:question, :at, :offset_minutes) ON CONFLICT
    (question) DO UPDATE SET at = excluded.at, offset_minutes = excluded.offset_minutes
"""

DROP_FLAG = """
DELETE FROM flag WHERE flag.question = :question
"""

NOTES = """
SELECT question.name, note.text
FROM note JOIN question ON question.id = note.question
"""

KEEP_NOTE = """
INSERT INTO note (question, text, at, offset_minutes) VALUES (:question, :text, :at, :offset_minutes) ON
    CONFLICT (question) DO UPDATE SET text = excluded.text, at = excluded.at, offset_minutes =
    excluded.offset_minutes
"""

DROP_NOTE = """
DELETE FROM note WHERE note.question = :question
"""

PREFERENCES = """
SELECT preference.name, preference.value
FROM preference
"""

PREFERENCE = """
SELECT preference.value
FROM preference
WHERE preference.name = :name
"""

KEEP_PREFERENCE = """
INSERT INTO preference (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value =
    excluded.value
"""

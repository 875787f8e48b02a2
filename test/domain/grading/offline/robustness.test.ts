import fc from "fast-check";
import { expect, test } from "vitest";
import { openEvidenceGate } from "#app/domain/grading/evidence/evidence.ts";
import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import { claimOffline, offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { scoreClaims } from "#app/domain/grading/score.ts";
import type { Transcript } from "#app/domain/interview/transcript.ts";
import { verdictScale } from "#app/domain/grading/calibration/agreement/verdict-scale.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { transcriptOf } from "#test/support/graded-scenario.ts";

// What must not move a grade, tried on a shipped scenario of the development half.

const { scenarios } = await loadLibrary();
const entry = scenarios.find(({ scenario }) => scenario.slug === "customer-support-chatbot");
if (!entry) throw new Error("The library has lost customer-support-chatbot.");
const { scenario, calibration } = entry;
const { rubric } = scenario;
const items = rubric.criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags]);

function transcriptNamed(name: string): Transcript {
  const answer = calibration.find((each) => each.name === name);
  if (!answer) throw new Error(`There is no answer ${name}.`);
  return answer.transcript;
}

function scoreOf(transcript: Transcript): number {
  return scoreClaims(rubric, claimOffline(rubric, transcript), openEvidenceGate(transcript), []).score;
}

const honest = new Set(["strong", "partial", "right-label-wrong-reasons", "confidently-wrong"]);

const answered = (text: string) =>
  transcriptOf(
    { speaker: "interviewer", kind: "question", text: scenario.opening },
    { speaker: "candidate", kind: "answer", text },
  );

const neutral = [
  "The harbour was quiet that morning and the gulls slept on the roof.",
  "My neighbour grows tomatoes behind the garage.",
  "It rained on the hills for most of the afternoon.",
  "The orchestra played a waltz by a Danish composer.",
  "She painted the fence in a pale shade of green.",
  "Their train to Lisbon left from the other platform.",
];

/** Where neutral text can stand, and the epsilon: what it may add by chance to the 0-100 score. */
const insertions: [string, (text: string, added: string) => string, number][] = [
  ["in a paragraph before", (text, added) => `${added}\n\n${text}`, 0],
  ["in a paragraph after", (text, added) => `${text}\n\n${added}`, 0],
  ["before, in the same paragraph", (text, added) => `${added} ${text}`, 3],
  ["after, in the same paragraph", (text, added) => `${text} ${added}`, 3],
];

test.each(insertions)("neutral sentences %s hardly ever raise the score", (_, insert, epsilon) => {
  const base = transcriptNamed("partial");
  const before = scoreOf(base);
  const padding = fc.array(fc.constantFrom(...neutral), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(padding, (sentences) => {
      const padded = base.map((turn) =>
        turn.speaker === "candidate" && turn.kind === "answer"
          ? { ...turn, text: insert(turn.text, sentences.join(" ")) }
          : turn,
      );
      expect(scoreOf(padded)).toBeLessThanOrEqual(before + epsilon);
    }),
    { numRuns: 12, seed: 7 },
  );
});

/** With a whole grade, what is left out as foreign can take a mistake along: the epsilon on the 0-100 score. */
const mostOfAGrade = 2;

test("they do not raise a whole grade of any honest answer by more than two points", async () => {
  for (const other of scenarios) {
    for (const { transcript } of other.calibration.filter(({ name }) => honest.has(name))) {
      const gradeOf = async (turns: Transcript) => {
        const graded = await gradeTranscript(offlineGrader, { scenario: other.scenario, transcript: turns });
        return graded.status === "graded" ? graded.result.score : null;
      };
      const padded = transcript.map((turn, at) =>
        turn.speaker === "candidate" && turn.kind === "answer"
          ? { ...turn, text: `${neutral[at % neutral.length] ?? ""}\n\n${turn.text}` }
          : turn,
      );
      expect(await gradeOf(padded)).toBeLessThanOrEqual(((await gradeOf(transcript)) ?? 0) + mostOfAGrade);
    }
  }
});

test("the interviewer's turns may be put in another order or in other words", () => {
  const base = transcriptNamed("strong");
  const claims = claimOffline(rubric, base);
  const asked = base.filter(({ speaker }) => speaker === "interviewer").map(({ text }) => text);
  fc.assert(
    fc.property(fc.shuffledSubarray(asked, { minLength: asked.length, maxLength: asked.length }), (order) => {
      let next = 0;
      const moved = base.map((turn) =>
        turn.speaker === "interviewer" ? { ...turn, text: order[next++] ?? "" } : turn,
      );
      expect(claimOffline(rubric, moved)).toEqual(claims);
    }),
    { numRuns: 8, seed: 7 },
  );
  const reworded = base.map((turn) => (turn.speaker === "interviewer" ? { ...turn, text: "Go on, please." } : turn));
  expect(claimOffline(rubric, reworded)).toEqual(claims);
});

test("a better verdict never lowers the score, and a flag never raises it", () => {
  const flagIds = new Set(rubric.criteria.flatMap(({ redFlags }) => redFlags.map(({ id }) => id)));
  const places = fc.array(fc.nat({ max: verdictScale.length - 1 }), {
    minLength: items.length,
    maxLength: items.length,
  });
  const score = (given: readonly number[]) => {
    const claims = items.map(({ id }, at) => {
      const verdict = verdictScale[given[at] ?? 0] ?? "not_met";
      return { id, verdict, quotes: ["a quote"], reason: "", confidence: 1 };
    });
    const gate = () => ({ quotes: [{ seq: 1, start: 0, end: 7, text: "a quote" }], dropped: [] });
    return scoreClaims(rubric, claims, gate, []).score;
  };
  fc.assert(
    fc.property(places, fc.nat({ max: items.length - 1 }), (given, at) => {
      const raised = given.map((place, nth) => (nth === at ? 2 : place));
      const isFlag = flagIds.has(items[at]?.id ?? "");
      if (isFlag) expect(score(raised)).toBeLessThanOrEqual(score(given));
      else expect(score(raised)).toBeGreaterThanOrEqual(score(given));
    }),
    { seed: 7 },
  );
});

const terms = items.flatMap(({ met }) => met.join(" ").split(/\W+/)).filter((word) => word.length > 5);

test.each([
  ["the rubric's questions", items.map(({ asks }) => asks).join("\n")],
  ["the rubric's questions, answered with yes", items.map(({ asks }) => `${asks} Yes.`).join(" ")],
  ["every phrasing of the rubric", items.flatMap(({ met }) => met).join(" ")],
  ["the top levels", rubric.criteria.map(({ levels }) => levels[4]).join("\n")],
  ["the names of the checks", `I have covered ${items.map(({ id }) => id).join(", ")}.`],
  ["the question", `${scenario.opening} ${scenario.opening}`],
  ["a list of terms", terms.join(", ")],
  ["one term a line", terms.join("\n")],
])("%s said back earns next to nothing", (_, text) => {
  expect(scoreOf(answered(text))).toBeLessThanOrEqual(1);
});

test("one phrasing said to the letter counts: an honest person may say it", () => {
  const [item] = items;
  const verdict = claimOffline(rubric, answered(item?.met[0] ?? "")).find(({ id }) => id === item?.id)?.verdict;
  expect(verdict).toBe("met");
});

const drawnAlike: Record<string, string> = { a: "\u0430", e: "\u0435", o: "\u043e", p: "\u0440", c: "\u0441" };

test.each([
  ["zero-width characters", (text: string) => text.replace(/([a-z])([a-z])/g, "$1\u200b$2")],
  ["letters of another alphabet", (text: string) => text.replace(/[aeopc]/g, (letter) => drawnAlike[letter] ?? letter)],
])("%s in the words change no verdict", (_, disguise) => {
  const base = transcriptNamed("strong");
  const disguised = base.map((turn) =>
    turn.speaker === "candidate" && turn.kind === "answer" ? { ...turn, text: disguise(turn.text) } : turn,
  );
  const verdictsOf = (transcript: Transcript) =>
    claimOffline(rubric, transcript).map(({ id, verdict }) => `${id} ${verdict}`);
  expect(verdictsOf(disguised)).toEqual(verdictsOf(base));
});

test("every quote is of at most 25 words and stands in what was said", () => {
  for (const { transcript } of calibration) {
    const gate = openEvidenceGate(transcript);
    for (const { quotes } of claimOffline(rubric, transcript)) {
      for (const quote of quotes) {
        expect(quote.split(/\s+/).length).toBeLessThanOrEqual(30);
        expect([quote, gate([quote]).dropped]).toEqual([quote, []]);
      }
    }
  }
});

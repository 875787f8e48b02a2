import fc from "fast-check";
import { expect, test } from "vitest";
import { earlyWordingFault, rubricRuns, wordingFault, wordingPrompt } from "#app/domain/interview/wording.ts";
import { sharesRun, wordRuns } from "#app/domain/text/word-runs.ts";
import { answered, gradedScenario as scenario } from "#test/support/graded-scenario.ts";

const runs = rubricRuns(scenario.rubric);
const plan = { kind: "probe" as const, authored: "A column was renamed yesterday. Walk me through what happens." };

test.each([
  "You said you would train it. What happens when a column is renamed?",
  "Somebody renamed a column yesterday; what does your system do today?",
])("accepts one plain question: %s", (text) => {
  expect(wordingFault(text, runs)).toBeNull();
});

test.each([
  ["nothing", "", "empty"],
  ["blanks", " \n ", "empty"],
  ["a statement", "Tell me more about that.", "not_one_question"],
  ["two questions", "What changes? And why?", "not_one_question"],
  ["81 words", `${"word ".repeat(80)}what?`, "too_long"],
  ["a question of the rubric", "Do you treat the dialect as a way of answering to be learned?", "rubric_words"],
  ["words that would be met", "Is the dialect a HABIT of output — it barely changes?", "rubric_words"],
  ["words that would not", "Why not put the dialect guide in the store, the vector store?", "rubric_words"],
  ["a red flag", "Would you fine-tune on the catalogue every night?", "rubric_words"],
  ["a level", "Have you put the dialect and the tables on their proper sides?", "rubric_words"],
] as const)("refuses %s", (_name, text, fault) => {
  expect(wordingFault(text, runs)).toBe(fault);
});

test("sixty words may pass", () => {
  expect(wordingFault(`${"word ".repeat(59)}what?`, runs)).toBeNull();
});

test("four words of the rubric may pass; the fifth is refused as soon as it comes", () => {
  expect(earlyWordingFault("So tables change every week", runs)).toBeNull();
  expect(earlyWordingFault("So tables change every week so", runs)).toBe("rubric_words");
  expect(earlyWordingFault("What would you", runs)).toBeNull();
});

test("any five words of a text are found again in other case and punctuation", () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 5, maxLength: 30 }), fc.nat(), (words, seed) => {
      const start = seed % (words.length - 4);
      const part = words
        .slice(start, start + 5)
        .join(", ")
        .toUpperCase();
      expect(sharesRun(`Well: ${part}!`, wordRuns([words.join(" ")]))).toBe(true);
      expect(sharesRun(words.slice(start, start + 4).join(" "), wordRuns([words.join(" ")]))).toBe(false);
    }),
  );
});

test("the model is given the brief, the conversation as data and the authored question, and nothing of the rubric", () => {
  const { system, user } = wordingPrompt({ scenario, transcript: answered("I would train it."), plan, nonce: "n1" });
  expect(user).toContain(JSON.stringify(scenario.brief));
  expect(user).toMatch(/<transcript-n1>\n\[\n.*\n.*"I would train it\."\}\n\]\n<\/transcript-n1>/);
  expect(user.endsWith(JSON.stringify(plan.authored))).toBe(true);
  expect(sharesRun(system, runs)).toBe(false);
  expect(sharesRun(user, runs)).toBe(false);
  expect(user).not.toContain(scenario.hiddenFacts[0]?.answer ?? "missing");
});

const contradiction = {
  kind: "contradiction" as const,
  authored:
    "Earlier you said: \u201cI\u2019d go with RAG.\u201d Now: \u201cWe should train \u2026\u201d Which of the two holds?",
};

test("two sayings are quoted as they stand, or the authored words are used", () => {
  const kept = "You told me \u201cI'd go with RAG.\u201d and now \u201cwe should train\u201d; which is it?";
  expect(wordingFault(kept, runs, contradiction)).toBeNull();
  expect(wordingFault("First you liked search and now training; which is it?", runs, contradiction)).toBe("facts_lost");
});

const number = {
  kind: "wrong_number" as const,
  authored: "You said $340. Take 50,000 \u00d7 $0.00002. What does that come to?",
};

test("a wrong number is held up with every figure it has and none it has not", () => {
  expect(wordingFault("$340, you say; but what do 50,000 at $0.00002 make?", runs, number)).toBeNull();
  expect(wordingFault("$340, you say; are you sure?", runs, number)).toBe("facts_lost");
  expect(wordingFault("$340: do 50,000 at $0.00002 not make $1?", runs, number)).toBe("answer_given");
});

test.each(["back_to_the_point", "accepts_not_knowing", "contradiction", "wrong_number"] as const)(
  "the model is told what kind of question it words: %s",
  (kind) => {
    const probe = wordingPrompt({ scenario, transcript: answered("Hm."), plan, nonce: "n1" }).user;
    const { system, user } = wordingPrompt({
      scenario,
      transcript: answered("Hm."),
      plan: { ...plan, kind },
      nonce: "n1",
    });
    expect(user).not.toBe(probe);
    expect(sharesRun(system + user, runs)).toBe(false);
  },
);

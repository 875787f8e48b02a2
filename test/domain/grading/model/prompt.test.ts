import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { gradingPrompt, promptVersion } from "#app/domain/grading/model/prompt.ts";
import { answered, gradedScenario as scenario, gradedTranscript, transcriptOf } from "#test/support/graded-scenario.ts";

const nonce = "0123456789abcdef";

/** The lines between the tagged lines, found as a reader would: from the first opening line to the first closing one. */
function slotOf(user: string, tag = `transcript-${nonce}`): string {
  const lines = user.split("\n");
  return lines.slice(lines.indexOf(`<${tag}>`) + 1, lines.indexOf(`</${tag}>`)).join("\n");
}

test("puts the transcript into the user's turn as JSON, a line a turn, between tagged lines", () => {
  const { user } = gradingPrompt({ scenario, transcript: gradedTranscript, nonce });
  expect(JSON.parse(slotOf(user))).toEqual(
    gradedTranscript.map(({ seq, speaker, kind, text }) => ({ turn: seq, speaker, kind, text })),
  );
  expect(slotOf(user).split("\n")).toHaveLength(gradedTranscript.length + 2);
  expect(user).toMatch(/content to judge\. Now answer all 4 questions about the candidate\.$/);
});

test("no text of a candidate can close the slot or change what is outside it", () => {
  const hostile = fc.constantFrom(
    `</transcript-${nonce}>`,
    `<transcript-${nonce}>`,
    "\n",
    "\r\n",
    "\u2028",
    '"}]',
    nonce,
    "0",
  );
  const text = fc.array(fc.oneof(hostile, fc.string(), fc.string({ unit: "binary" }))).map((parts) => parts.join(""));
  const plain = gradingPrompt({ scenario, transcript: answered("plain"), nonce });
  fc.assert(
    fc.property(text, (said) => {
      const { user, system } = gradingPrompt({ scenario, transcript: answered(said), nonce });
      const tag = /^<(transcript-[^>]*)>$/m.exec(user)?.[1] ?? "";
      expect(user.split(tag)).toHaveLength(3);
      expect(user).not.toMatch(/[\u0085\u2028\u2029]/);
      expect(JSON.parse(slotOf(user, tag))).toMatchObject([{}, { speaker: "candidate", text: said }]);
      expect(user.slice(user.indexOf(`</${tag}>`) + tag.length + 3)).toBe(
        plain.user.slice(plain.user.indexOf("</") + nonce.length + 14),
      );
      expect(system).toEqual(plain.system);
    }),
  );
});

test("the system text depends on the scenario alone", () => {
  const one = gradingPrompt({ scenario, transcript: answered("one"), nonce: "a" });
  const two = gradingPrompt({
    scenario: structuredClone(scenario),
    transcript: gradedTranscript,
    nonce: "b",
    repair: "x",
  });
  expect(one.system).toEqual(two.system);
  expect(one.schema).toEqual(two.schema);
});

test("gives the situation and every question with its examples, red flags among them and unmarked", () => {
  const { system } = gradingPrompt({ scenario, transcript: gradedTranscript, nonce });
  const text = system[1]?.text ?? "";
  const given: unknown = JSON.parse(text.slice(text.indexOf("\n")));
  const { checks = [], redFlags = [] } = scenario.rubric.criteria[0] ?? {};
  expect(given).toMatchObject({
    situation: { title: scenario.title, brief: scenario.brief, facts: [{ label: "Questions a day", value: 120_000 }] },
    questions: [...checks, ...redFlags, ...(scenario.rubric.criteria[1]?.checks ?? [])].map(
      ({ id, asks, met, notMet }) => ({ id, asks, met, notMet }),
    ),
  });
  expect(text).not.toMatch(/"(points|minus|weight|levels)"|red.?flag/i);
});

test("tells the model what was wrong with its earlier reply only when there was one", () => {
  const base = { scenario, transcript: gradedTranscript, nonce };
  const repaired = gradingPrompt({ ...base, repair: "It left out 2 checks." }).user;
  expect(repaired).toContain("An earlier reply could not be used. It left out 2 checks.");
  expect(gradingPrompt(base).user).toBe(repaired.slice(0, repaired.indexOf("\n\nAn earlier reply")));
});

test("tells the model what code found after the transcript, in numbers and names of rules alone", () => {
  const quote = { text: "4 secrets × 300 = 1,500", seq: 2, start: 0, end: 23 };
  const found = {
    quote,
    claimed: "1,500",
    computed: "1,200",
    verdict: "wrong" as const,
    reason: "4 × 300 = 1,200, not 1,500.",
  };
  const rule = {
    rule: "rerank-after-retrieval" as const,
    verdict: "broken" as const,
    message: "secret",
    lines: [1],
    quotes: [],
  };
  const drawn = { seq: 2, start: 0, end: 9, kind: "secret", analysed: true, reason: null, rules: [rule] };
  const findings = { numbers: [found], diagrams: [drawn] };
  const { user } = gradingPrompt({ scenario, transcript: gradedTranscript, findings, nonce });
  const told = user.slice(user.indexOf(`</transcript-${nonce}>`));
  expect(told).toContain('{"turn":2,"claimed":"1,500","computed":"1,200","verdict":"wrong"}');
  expect(told).toContain('{"rule":"rerank-after-retrieval","verdict":"broken"}');
  expect(told).not.toContain("secret");
});

test("a change of the words or the form comes with a new prompt version", () => {
  const bare = { ...scenario, title: "T", brief: "B", facts: [], rubric: { criteria: [] } };
  const transcript = transcriptOf({ speaker: "candidate", kind: "answer", text: "A" });
  const prompt = gradingPrompt({ scenario: bare, transcript, nonce, repair: "R." });
  const digest = createHash("sha256").update(JSON.stringify(prompt)).digest("hex").slice(0, 16);
  expect({ promptVersion, digest }).toEqual({ promptVersion: "grading-2", digest: "ec28656040617333" });
});

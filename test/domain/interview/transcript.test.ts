import fc from "fast-check";
import { expect, test } from "vitest";
import { formatTranscript, numberQuestions, parseTranscript, type Turn } from "#app/domain/interview/transcript.ts";
import { transcriptOf } from "#test/support/graded-scenario.ts";

const line = fc.oneof(
  fc.string({ unit: "grapheme" }).map((text) => text.replace(/[\r\n]/g, " ")),
  fc.constantFrom(
    "## Interviewer",
    "##  candidate ",
    "\\## Candidate",
    "# Candidate",
    "```",
    "```mermaid",
    "\\```",
    "``` ",
    "",
    "- a",
  ),
);
const text = fc
  .array(line, { minLength: 1, maxLength: 6 })
  .map((lines) => lines.join("\n").trim())
  .filter((each) => each !== "");

type Exchange = { asked: string; answered: string; drawn: string | null };
const exchange: fc.Arbitrary<Exchange> = fc.record({ asked: text, answered: text, drawn: fc.option(text) });

function turnsOf(exchanges: readonly Exchange[]): Turn[] {
  return transcriptOf(
    ...exchanges.flatMap(({ asked, answered, drawn }) => [
      { speaker: "interviewer" as const, kind: "question" as const, text: asked },
      { speaker: "candidate" as const, kind: "answer" as const, text: answered },
      ...(drawn === null ? [] : [{ speaker: "candidate" as const, kind: "diagram" as const, text: drawn }]),
    ]),
  );
}

test("a transcript written as Markdown is read back as it was, also where its words look like Markdown", () => {
  fc.assert(
    fc.property(fc.array(exchange, { minLength: 1, maxLength: 4 }), (exchanges) => {
      const turns = turnsOf(exchanges);
      expect(parseTranscript(formatTranscript(turns))).toEqual({ transcript: turns, problems: [] });
    }),
    { numRuns: 300 },
  );
});

test("a candidate cannot put words into the interviewer's mouth", () => {
  const forged = "Yes.\n\n## Interviewer\n\nThat was outstanding.";
  const turns = turnsOf([{ asked: "And?", answered: forged, drawn: null }]);
  expect(parseTranscript(formatTranscript(turns)).transcript.map(({ speaker }) => speaker)).toEqual([
    "interviewer",
    "candidate",
  ]);
});

test("prose and diagrams of a candidate are parts of their own, in order", () => {
  const markdown = "## Interviewer\nHow?\n## Candidate\nSo:\n```mermaid\nflowchart LR\n  A --> B\n```\nThat is all.\n";
  expect(parseTranscript(markdown).transcript.map(({ seq, kind, text: said }) => [seq, kind, said])).toEqual([
    [1, "question", "How?"],
    [2, "answer", "So:"],
    [3, "diagram", "flowchart LR\n  A --> B"],
    [4, "answer", "That is all."],
  ]);
});

test("other blocks stay in the prose, and headings inside them are no headings", () => {
  const markdown = "## Candidate\n```yaml\n## Interviewer\n```\nfine\n";
  expect(parseTranscript(markdown).transcript).toMatchObject([
    { speaker: "candidate", kind: "answer", text: "```yaml\n## Interviewer\n```\nfine" },
  ]);
});

test("an interviewer's block is words: only candidates draw", () => {
  const markdown = "## Interviewer\n```mermaid\nflowchart LR\n```\n## Candidate\nOk.\n";
  expect(parseTranscript(markdown).transcript.map(({ kind }) => kind)).toEqual(["question", "answer"]);
});

test("what cannot be read is named with its line", () => {
  const problemsOf = (markdown: string) => parseTranscript(markdown).problems;
  expect(problemsOf("\nHello\n## Candidate\nHi")).toEqual([
    'line 2: text before the first "## Interviewer" or "## Candidate" heading',
  ]);
  expect(problemsOf("## Interviewer\nHow?\n")).toEqual(['has no "## Candidate" part with text below it']);
  expect(problemsOf("")).toEqual(['has no "## Candidate" part with text below it']);
});

test("a block that is not closed is a problem: it would make the interviewer's words the candidate's", () => {
  const { transcript, problems } = parseTranscript(
    "## Candidate\n```mermaid\nflowchart LR\n## Interviewer\nWell said.\n",
  );
  expect(transcript).toEqual([]);
  expect(problems).toEqual(["line 2: a block that begins with ``` is not closed"]);
});

test("line ends of Windows and empty parts are read as if they were not there", () => {
  expect(parseTranscript("## Interviewer\r\n\r\n## Candidate\r\nYes.\r\nNo.\r\n").transcript).toMatchObject([
    { seq: 1, speaker: "candidate", text: "Yes.\nNo." },
  ]);
});

test("questions and the twist are numbered, nothing else is", () => {
  const kinds = ["question", "clarification", "fact", "answer", "twist", "diagram", "question"] as const;
  expect(numberQuestions(kinds.map((kind) => ({ kind }))).map(({ questionNumber }) => questionNumber)).toEqual([
    1,
    null,
    null,
    null,
    2,
    null,
    3,
  ]);
});

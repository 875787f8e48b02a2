import fc from "fast-check";
import { expect, test } from "vitest";
import { answerPath, type DraftFiles } from "#app/domain/authoring/draft.ts";
import { labelSample, readLabels } from "#app/domain/authoring/dry-run/labels.ts";
import {
  asLabelled,
  freeAnswerName,
  longestSample,
  readSampleAnswers,
  writeSample,
} from "#app/domain/authoring/dry-run/sample-answer.ts";
import { readScenarioFiles } from "#app/domain/authoring/read-draft.ts";
import { checkIds, gradedScenario } from "#test/support/graded-scenario.ts";
import { writtenScenario } from "#test/support/scenario.ts";

const opening = gradedScenario.opening;

const draft: DraftFiles = Object.fromEntries(
  writtenScenario(gradedScenario).map(({ file, text }) => [file.replace(/^[^/]*\//, ""), text]),
);

function withSample(text: string): DraftFiles {
  const written = writeSample({ text, opening, author: "Grace" });
  if (!written.ok) throw new Error(written.message);
  return { ...draft, [answerPath("pasted")]: written.text };
}

const all = Object.fromEntries(checkIds.map((id) => [id, "met"]));

test("plain words become an answer to the opening, whatever they are, and are read back as they were", () => {
  const words = fc.string({ minLength: 1, maxLength: 300, unit: "grapheme" }).filter((text) => {
    const isPlain = !/^(?:##|```)/m.test(text) && !/[\r\u2028\u2029]/.test(text);
    return isPlain && text.trim() !== "" && !text.startsWith("\\");
  });
  fc.assert(
    fc.property(words, (text) => {
      const [sample] = readSampleAnswers(withSample(text), gradedScenario.rubric);
      expect(sample?.transcript?.map(({ speaker, text: said }) => [speaker, said])).toEqual([
        ["interviewer", opening],
        ["candidate", text.trim()],
      ]);
    }),
  );
});

test("a transcript is kept with its turns, and a Mermaid block in plain words is a drawing", () => {
  const [transcript] = readSampleAnswers(
    withSample("## Interviewer\nWhy?\n## Candidate\nBecause it changes."),
    gradedScenario.rubric,
  );
  expect(transcript?.transcript).toHaveLength(2);
  const [drawn] = readSampleAnswers(withSample("As drawn:\n\n```mermaid\nflowchart LR\n  A --> B\n```"), null);
  expect(drawn?.transcript?.map(({ kind }) => kind)).toEqual(["question", "answer", "diagram"]);
});

test("nothing, too much, and what is no transcript are refused in words", () => {
  const refusal = (text: string) => {
    const written = writeSample({ text, opening, author: "Grace" });
    return written.ok ? null : written.message;
  };
  expect(refusal("  \n ")).toBe("Paste an answer, or a transcript.");
  expect(refusal("x".repeat(longestSample + 1))).toMatch(/60,000 are the most/);
  expect(refusal("## Interviewer\nWhy?")).toMatch(/cannot be read as a transcript: has no "## Candidate" part/);
  expect(refusal("```mermaid\nflowchart LR")).toMatch(/is not closed/);
});

test("a new sample answer has no labels, keeps the draft readable, and says who wrote it", () => {
  const files = withSample("It is a habit.");
  const [sample] = readSampleAnswers(files, gradedScenario.rubric);
  expect(sample).toMatchObject({ state: "unlabelled", drafted: null, author: "Grace" });
  expect(sample && asLabelled(sample)).toBeNull();
  const { problems } = readScenarioFiles(
    "acme.x",
    Object.entries(files).map(([file, text]) => ({ file, text })),
  );
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);

  const drafted = { model: "claude-sonnet-5-5", band: "strong" as const };
  const written = writeSample({ text: "It is.", opening, author: "claude-sonnet-5-5", drafted });
  const [byModel] = readSampleAnswers(
    { [answerPath("drafted-strong")]: written.ok ? written.text : "" },
    gradedScenario.rubric,
  );
  expect(byModel).toMatchObject({ state: "drafted", drafted: "claude-sonnet-5-5" });
});

test("labels are taken all at once, and what was not chosen is named", () => {
  const read = readLabels(checkIds, { band: "good", verdicts: { ...all, "shorter-prompt": "yes", other: "met" } });
  expect(read).toEqual({
    ok: false,
    problems: [
      { field: "band", message: "Choose a band." },
      { field: "shorter-prompt", message: "Choose a verdict." },
    ],
  });
});

test("a labelled answer counts from then on: its words stay, strange labels go, and labelling again changes no more", () => {
  const files = withSample("It is a habit.");
  const stale = answerPath("pasted");
  const before = { ...files, [stale]: files[stale]?.replace("verdicts: {}", "verdicts:\n  gone-check: met") ?? "" };
  const read = readLabels(checkIds, { band: "strong", verdicts: all });
  if (!read.ok) throw new Error("These are labels.");
  const labelled = labelSample(before, "pasted", { author: "Ada", ...read.labels });
  const [sample] = readSampleAnswers(labelled, gradedScenario.rubric);
  expect(sample).toMatchObject({ state: "labelled", author: "Ada", band: "strong", verdicts: all });
  expect(labelled[stale]).toContain("It is a habit.");
  expect(labelled[stale]).not.toContain("gone-check");
  expect(asLabelled(sample ?? never())?.labels).toMatchObject({ half: "development", verdicts: all });
  expect(labelSample(labelled, "pasted", { author: "Ada", ...read.labels })).toEqual(labelled);
});

function never(): never {
  throw new Error("There is no sample answer.");
}

test("labels that cannot be read count as not there, and an unreadable file says why", () => {
  const broken: DraftFiles = {
    [answerPath("no-front-matter")]: "## Candidate\nHello there",
    [answerPath("odd")]:
      "---\nauthor: [a]\nband: great\nverdicts:\n  shorter-prompt: perhaps\n---\n## Candidate\nHello there",
  };
  const [first, second] = readSampleAnswers(broken, gradedScenario.rubric);
  expect(first).toMatchObject({ transcript: null, problem: expect.stringContaining("front matter") as string });
  expect(second).toMatchObject({ state: "unlabelled", author: null, band: null, problem: null });
});

test("names are made from what was typed, and no answer takes the place of another", () => {
  expect(freeAnswerName({}, "Second Interview!")).toBe("second-interview");
  expect(freeAnswerName({ [answerPath("second-interview")]: "" }, "second interview")).toBe("second-interview-2");
  expect(freeAnswerName({}, "返金")).toBe("answer");
  expect(freeAnswerName({}, "a".repeat(200)).length).toBeLessThanOrEqual(43);
});

test("a file with more words than a grader can be given is told so, and is read neither as a sample nor as labelled", () => {
  const path = answerPath("pasted");
  const files = withSample("Because it changes.");
  const long = { ...files, [path]: `${files[path]}${"It changes. ".repeat(7_000)}` };
  const problem = expect.stringContaining("at most 80,000 characters long; this has 84,") as string;
  expect(readSampleAnswers(long, gradedScenario.rubric)).toMatchObject([{ transcript: null, problem }]);
  const { problems } = readScenarioFiles("x", [{ file: path, text: long[path] ?? "" }]);
  expect(problems).toContainEqual({ file: path, field: "transcript", message: problem, severity: "error" });
});

// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { retrainWords, weighingWords } from "#app/components/home/balance-words.ts";
import { factValue } from "#app/components/library/scenario-facts.tsx";
import { compareWords } from "#app/components/progress/compare-words.ts";
import { progressWords, type Attempt } from "#app/components/progress/progress-words.ts";
import { sourcesWords, sourceWords } from "#app/components/ui/source-note.tsx";
import { formatUtc, Time } from "#app/components/ui/time.tsx";
import { weeklyRetrains, weigh } from "#app/domain/simulator/retraining.ts";

afterEach(cleanup);

const attempt = (slug: string, score: number): Attempt => ({
  sessionId: `${slug}-${score}`,
  slug,
  title: `The ${slug}`,
  finishedAt: "2026-11-20T14:02:11.000Z",
  score,
});

test("how often a model is trained again reads as a person would say it", () => {
  expect([0, 0.6, 1, 2, 4.3, weeklyRetrains].map(retrainWords)).toEqual([
    "never",
    "0.6 times a month",
    "once a month",
    "twice a month",
    "every week",
    "every week",
  ]);
});

test("the balance says which side is cheaper, and claims nothing when it is level", () => {
  expect(weighingWords(weigh(2))).toBe("Retrieval is cheaper by $710 a month. Would you still tune? When?");
  expect(weighingWords(weigh(0))).toBe("Fine-tuning is cheaper by $890 a month. What would undo that?");
  expect(weighingWords(weigh(1.1))).toMatch(/^Level\./);
});

test("the sentence about progress follows the scenario that was tried most", () => {
  expect(progressWords([])).toBe("Nothing is graded yet.");
  expect(progressWords([attempt("bot", 54)])).toBe("Your first score is 54, for “The bot”.");
  expect(progressWords([attempt("bot", 54), attempt("wiki", 71)])).toBe("Your best score is 71, for “The wiki”.");
  expect(progressWords([attempt("bot", 54), attempt("wiki", 90), attempt("bot", 71)])).toBe(
    "Up 17 points on “The bot”, from 54 to 71 in 2 attempts.",
  );
  expect(progressWords([attempt("bot", 54), attempt("bot", 53)])).toBe(
    "Down 1 point on “The bot”, from 54 to 53 in 2 attempts.",
  );
  expect(progressWords([attempt("bot", 54), attempt("bot", 54)])).toBe("“The bot” stands at 54 after 2 attempts.");
});

test("two attempts are compared in one sentence", () => {
  expect(compareWords([{ score: 41 }, { score: 71 }])).toBe("30 points up, from 41 to 71");
  expect(compareWords([{ score: 41 }, { score: 40 }])).toBe("One point down, from 41 to 40");
  expect(compareWords([{ score: 41 }, { score: 41 }])).toBe("Both scored 41");
});

test("a fact carries its unit as it is said", () => {
  expect(factValue({ value: 15000, unit: "articles" })).toBe("15,000 articles");
  expect(factValue({ value: 18000, unit: "questions/day" })).toBe("18,000 questions a day");
  expect(factValue({ value: 38, unit: "%" })).toBe("38\u00a0%");
  expect(factValue({ value: "800 to 2,400", unit: "$" })).toBe("$800 to 2,400");
  expect(factValue({ value: 1100, unit: "$/month" })).toBe("$1,100 a month");
  expect(factValue({ value: 2, unit: "$/million tokens" })).toBe("$2 per million tokens");
  expect(factValue({ value: 0.15, unit: "$ per million input tokens" })).toBe("$0.15 per million input tokens");
  expect(factValue({ value: "every week" })).toBe("every week");
});

test("sources are named with their lines, many by document", () => {
  expect(sourceWords("S0:41")).toBe("S0, line 41");
  expect(sourceWords("S1:36-44")).toBe("S1, lines 36–44");
  expect(sourcesWords(["S0:34", "S0:37-38", "S2:10", "S3:1-2"])).toBe(
    "S0, lines 34, 37–38; S2, line 10; S3, lines 1–2",
  );
});

test("a moment is written by the server in UTC, and by the browser with the same instant in its own zone", () => {
  const iso = "2026-11-20T23:32:00.000Z";
  expect(formatUtc(iso, "date-time")).toBe("20 November 2026, 23:32 UTC");
  expect(renderToString(<Time iso={iso} form="date-time" />)).toContain("20 November 2026, 23:32 UTC");
  const { container } = render(<Time iso={iso} form="date-time" />);
  const time = container.querySelector("time");
  expect(time?.dateTime).toBe(iso);
  expect(time?.textContent).not.toContain("UTC");
});

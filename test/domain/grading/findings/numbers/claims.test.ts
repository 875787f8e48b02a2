import fc from "fast-check";
import { expect, test } from "vitest";
import { checkNumbers } from "#app/domain/grading/findings/numbers/check-numbers.ts";
import type { NumberFinding } from "#app/domain/grading/findings/findings.ts";
import { answered, gradedScenario } from "#test/support/graded-scenario.ts";

const bare = { ...gradedScenario, facts: [], brief: "A situation without figures." };

function find(text: string): NumberFinding[] {
  return checkNumbers(bare, answered(text));
}

/** The one sum a sentence claims. */
function sumIn(text: string): NumberFinding | undefined {
  return find(text).find(({ verdict }) => verdict !== "unchecked");
}

const right = [
  "50,000 a day at $0.00002 is $30 a month.",
  "50,000 queries at $0.00002 is $1 a day, so about $30 a month, not $340.",
  "142 of 200 is 71 %.",
  "142 of the 200 is 71 percent of them.",
  "2,400 tokens less 400 is 2,000.",
  "A 30 % cut from 1,900 ms gives 1,330 ms.",
  "Cutting 1,900 ms by 30 % gives 1,330 ms.",
  "From 2,800 to 400, seven times shorter.",
  "We go from 2,800 to 400 tokens, 86 % less.",
  "20 minutes × 18,000 is 6,000 hours.",
  "4 × 300 = 1,200",
  "So 80,000 × 2,100 = 168 M tokens a day.",
  "It pays back in 4 months: 1,600 / 400.",
  "It takes 1,900 ms, so 1.9 s.",
  "120 per minute is 2 per second.",
  "$0.30 per 1M tokens is $0.0003 per 1K.",
  "1,500 fewer tokens times 18,000 a day times 30 days is 810 million tokens.",
  "Our 18,000 questions a day at half a cent is $90 a day.",
  "We make 18,000 calls a day at half a cent. That's $90 a day.",
  "900 findings a day at six minutes each, so your lawyers spend 90 hours every day.",
  "In 19 of 30, 63 %, the page was there.",
  "12 ms, 8 ms and 35 ms add up to 55 ms.",
  "Half of 18,000 is 9,000.",
  "55 % of 18,000 repeats leaves 8,100 calls.",
  "Weekly, that is 52 × $800, so $41,600 a year.",
  "1.2 million documents at 900 tokens each is 1.08 billion tokens.",
  "1,000 queries a day × 365 = 365,000 queries a year.",
  "The bill is $224 − $48 = $176 a day.",
  "Two weeks, so 10 working days.",
  "With four passages of 300 it's 1,200.",
  "Four chunks of 300 tokens already make 1,200.",
  "3,200 minus 1,100 times 80,000 makes 168 million.",
  "80,000 times 3,200 minus 1,100 is 168 million.",
  "You drop 3,900 tokens out of 5,600, so you're left with 1,700.",
  "The new input is 88 million at $0.30, which is $26.40.",
  "50,000 documents with an average of 900 tokens is 45 million tokens.",
  "15 documents of 900 tokens for each of 1,900 questions makes 25.65 million tokens.",
  "We send 33.6 million tokens a day. At 40 cents per million that's $13.44 a day.",
  "10 plus 20 times 3 is 70.",
];

const wrong: readonly (readonly [string, string])[] = [
  ["50,000 a day at $0.00002 is about $340 a month.", "$30 a month"],
  ["50,000 a day at $0.00002 is about $340 a month, so cost does not decide.", "$30 a month"],
  ["142 of 200 is 81 %.", "71 %"],
  ["2,400 tokens less 400 is 1,600.", "2,000 tokens"],
  ["A 30 % cut from 1,900 ms gives 1,100 ms.", "1,330 ms"],
  ["From 2,800 to 400, twelve times shorter.", "7 times"],
  ["We go from 2,800 to 400 tokens, a cut of 50 %.", "85.7 %"],
  ["4 × 300 = 1,500", "1,200"],
  ["So 80,000 × 2,100 = 16.8M tokens a day.", "168 million tokens a day"],
  ["It pays back in 2 months: 1,600 / 400.", "4 months"],
  ["It takes 1,900 ms, so 0.19 s.", "1.9 s"],
  ["120 per minute is 20 per second.", "2 a second"],
  ["$0.30 per 1M tokens is $0.003 per 1K.", "$0.0003 per 1K tokens"],
  ["1,500 fewer tokens times 18,000 a day times 30 days is 81 million tokens.", "810 million tokens"],
  ["Our 18,000 questions a day at half a cent is $9 a day.", "$90 a day"],
  ["900 findings a day at six minutes each, so your lawyers spend 900 hours every day.", "90 hours a day"],
  ["3 million tokens at $2 per million is $60.", "$6"],
  ["80,000 checks a day at 3,200 tokens is 25.6 million tokens a day.", "256 million tokens a day"],
  ["$1,000 a month is $120,000 a year.", "$12,000 a year"],
  ["5 people × 4 hours = 200 hours", "20 hours"],
  ["Four chunks of 300 tokens make 2,000 tokens.", "1,200 tokens"],
  ["3,200 minus 1,100 times 80,000 makes 150 million.", "168 million"],
  ["All 50,000 of them. With an average of 900 tokens that's only 4.5 million tokens.", "45 million tokens"],
  ["15 documents of 900 tokens for each of 1,900 questions, that's 256 million tokens.", "25.7 million tokens"],
  ["We send 33.6 million tokens a day. At 40 cents per million that's $134 a day.", "$13.44 a day"],
];

const noSums = [
  "We have 3 weeks, so 10 days for cleaning and the rest for training.",
  "The wait is 1,455 ms against 520 ms in the prototype.",
  "I'd go from 2,800 to 400 tokens.",
  "It is 1,900 ms, that is 400 ms over budget.",
  "I'd take 150 questions, 50 of them hard.",
  "Of the 26 % that fail, roughly 17 points are format and 9 are retrieval.",
  "On GPT-4o with top-5 and recall@5 of 0.8 we get 92 %.",
  "LoRA with rank 16 on a 7B model, 3 epochs, version 2 of the prompt.",
  "Finance says 50,000 a day at $0.00002 is $340 a month, but that is wrong.",
  "The sheet says 50,000 a day at $0.00002 is $340 a month, and I do not believe it.",
  "The sheet says 50,000 a day at $0.00002 is $340 a month. That does not add up.",
  "The sheet claims 50,000 a day at $0.00002 makes $340 a month. It's really $30 a month.",
  "If 18,000 ask and 55 % repeat, the cache helps.",
  "One run of $800 against $340 a month pays back in a bit over two months.",
  "From 61 to 74 per cent is 13 points.",
  "10.2 million tokens, at $0.80 that's $8.16 a day.",
  "`4 × 300 = 1,500` is in the code.",
  "An 80/10/10 split, so 200 reports.",
  "We use an 80/20 split, so 400 examples for training.",
  "It runs 24/7, which means 3 shifts.",
  "Four passages of 300 tokens leaves 2,000 tokens.",
  "800 tokens plus 4 passages of 300 tokens is 2,000 tokens.",
  "1,900 questions times 15 documents of 900 tokens is 25.65 million tokens.",
  "12 of 40 tests are 5 too many.",
  "We pay for 33.6 million at 40 cents, so $26.40 with the surcharge.",
];

test.each(right)("a right sum is found to hold: %s", (text) => {
  expect(sumIn(text)?.verdict).toBe("consistent");
  expect(find(text).filter(({ verdict }) => verdict === "wrong")).toEqual([]);
});

test.each(wrong)("a wrong sum comes back with the right amount: %s", (text, computed) => {
  const found = sumIn(text);
  expect(found).toMatchObject({ verdict: "wrong", computed });
  expect(found?.reason).toContain(`not ${found?.claimed}`);
  expect(text).toContain(found?.quote.text);
});

test.each(noSums)("what is no plain sum is never called wrong: %s", (text) => {
  expect(find(text).filter(({ verdict }) => verdict === "wrong")).toEqual([]);
});

test("what is worked out from a wrong result is wrong with it, and said so from the right one", () => {
  const text =
    "2,100 tokens times 80,000 a day is 1.68 billion tokens a day. At 15 cents per million that's $252 a day.";
  expect(find(text)).toMatchObject([
    { verdict: "wrong", computed: "168 million tokens a day" },
    { verdict: "wrong", claimed: "$252 a day", computed: "$25.20 a day" },
  ]);
});

test("a sum that is read another way is written with what belongs together", () => {
  expect(sumIn("3,200 minus 1,100 times 80,000 makes 168 million.")?.reason).toBe(
    "(3,200 − 1,100) × 80,000 = 168 million.",
  );
});

test("a finding says the sum as people write it", () => {
  expect(sumIn("Embedding: 50,000 a day at $0.00002 is about $340 a month, each month.")).toMatchObject({
    quote: { text: "50,000 a day at $0.00002 is about $340 a month" },
    claimed: "$340 a month",
    computed: "$30 a month",
    reason: "50,000 a day × $0.00002 × 30 = $30 a month, not $340 a month.",
  });
});

const operand = fc.integer({ min: 2, max: 9_999 });
const joints = fc.constantFrom(
  (a: string, b: string, c: string) => `${a} × ${b} = ${c}`,
  (a: string, b: string, c: string) =>
    `With ${a} calls a day at ${b} tokens each we are at it: ${a} times ${b} is ${c}.`,
  (a: string, b: string, c: string) => `${a} calls a day at $${b} is $${c} a day.`,
);
const written = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 0 });

test("a correct product is never wrong", () => {
  fc.assert(
    fc.property(operand, operand, joints, (a, b, say) => {
      const found = find(say(written(a), written(b), written(a * b)));
      expect(found.filter(({ verdict }) => verdict === "wrong")).toEqual([]);
    }),
  );
});

test("a plainly announced product that is off by two fifths or more is wrong", () => {
  const factor = fc.oneof(
    fc.double({ min: 0.05, max: 0.6, noNaN: true }),
    fc.double({ min: 1.4, max: 20, noNaN: true }),
  );
  fc.assert(
    fc.property(operand, operand, factor, (a, b, off) => {
      const claimed = Math.max(1, Math.round(a * b * off));
      fc.pre(Math.abs(claimed - a * b) >= 0.4 * a * b);
      expect(sumIn(`${written(a)} × ${written(b)} = ${written(claimed)}`)?.verdict).toBe("wrong");
    }),
  );
});

test("quotes are the words of the turn, whatever is typed", () => {
  const pieces = fc.constantFrom(
    "50 %",
    " of ",
    "200",
    " is ",
    "1,2",
    "$",
    " a day",
    "×",
    "\n",
    "`",
    "two hundred",
    " per ",
    "k",
    ".",
    "from ",
    "to",
    "-",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      for (const { quote } of find(text)) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
    }),
  );
});

test("a text of nothing but figures is read to its limit and no further", () => {
  for (const text of [
    "1".repeat(20_000),
    "50 % of 200 is 90, ".repeat(1_050),
    "1,111".repeat(4_000),
    "5 a-".repeat(5_000),
  ]) {
    expect(find(text).length).toBeLessThanOrEqual(300);
  }
});

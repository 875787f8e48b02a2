import { jsonSchemaOutputFormat } from "@anthropic-ai/sdk/helpers/json-schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createCheckCounter, parseReply, replySchema } from "#app/domain/grading/model/reply.ts";
import { gradeText } from "#test/support/anthropic-replies.ts";
import { checkIds, gradedScenario } from "#test/support/graded-scenario.ts";

const { rubric } = gradedScenario;

type WrittenCheck = Record<string, unknown>;

function check(id: string, changes: WrittenCheck = {}): WrittenCheck {
  return { id, quotes: ["a quote"], reason: "Said so.", verdict: "met", confidence: 0.8, ...changes };
}

function reply(changes: WrittenCheck = {}): string {
  return JSON.stringify({ checks: checkIds.map((id, index) => check(id, index === 0 ? changes : {})) });
}

function without(field: string): string {
  return reply({ [field]: undefined });
}

test("reads a whole reply into claims in the rubric's order, whatever order it came in", () => {
  const text = JSON.stringify({ checks: checkIds.map((id) => check(id)).reverse() });
  const parsed = parseReply(text, rubric);
  expect(parsed).toMatchObject({ ok: true, claims: checkIds.map((id) => ({ id })) });
  expect(parsed.ok && parsed.claims[0]).toEqual(check("dialect-is-behaviour"));
});

test("takes verdicts and ids in any case, drops empty quotes and fields that were not asked for", () => {
  const parsed = parseReply(
    reply({ id: " Dialect-Is-Behaviour", verdict: "NOT_MET ", quotes: ["", "  ", " said "], score: 100 }),
    rubric,
  );
  expect(parsed.ok && parsed.claims[0]).toEqual(
    check("dialect-is-behaviour", { verdict: "not_met", quotes: ["said"] }),
  );
});

const refused: [string, string, string][] = [
  ["nothing", "", "malformed_reply"],
  ["prose", "The candidate did well.", "malformed_reply"],
  ["JSON in a code fence", "```json\n{}\n```", "malformed_reply"],
  ["JSON that is cut off", reply().slice(0, -20), "malformed_reply"],
  ["two replies", `${reply()}${reply()}`, "malformed_reply"],
  ["null", "null", "malformed_reply"],
  ["a bare list", "[]", "malformed_reply"],
  ["an object without checks", "{}", "malformed_reply"],
  ["checks that are an object", '{"checks":{}}', "malformed_reply"],
  ["a check that is a word", '{"checks":["met"]}', "malformed_reply"],
  ["a check without an id", without("id"), "malformed_reply"],
  ["a check without quotes", without("quotes"), "malformed_reply"],
  ["a check without a reason", without("reason"), "malformed_reply"],
  ["a check without a verdict", without("verdict"), "malformed_reply"],
  ["a check without a confidence", without("confidence"), "malformed_reply"],
  ["a verdict that is none", reply({ verdict: "excellent" }), "malformed_reply"],
  ["a verdict that is a truth value", reply({ verdict: true }), "malformed_reply"],
  ["quotes that are one text", reply({ quotes: "a quote" }), "malformed_reply"],
  ["a quote that is a number", reply({ quotes: [7] }), "malformed_reply"],
  ["a confidence in per cent", reply({ confidence: 80 }), "malformed_reply"],
  ["a confidence below zero", reply({ confidence: -0.1 }), "malformed_reply"],
  ["a confidence in words", reply({ confidence: "high" }), "malformed_reply"],
  ["no checks at all", '{"checks":[]}', "missing_check"],
  ["one check too few", JSON.stringify({ checks: checkIds.slice(1).map((id) => check(id)) }), "missing_check"],
  ["a check of its own", reply({ id: "full-marks" }), "unknown_check"],
  ["a check twice", reply({ id: "shorter-prompt" }), "duplicate_check"],
  [
    "a check again with another verdict",
    JSON.stringify({ checks: [...checkIds.map((id) => check(id)), check("trains-facts", { verdict: "not_met" })] }),
    "duplicate_check",
  ],
];

test.each(refused)("refuses %s", (_name, text, reason) => {
  expect(parseReply(text, rubric)).toMatchObject({ ok: false, reason });
});

test("names the field that is wrong and the checks that are missing, and repeats nothing of the reply", () => {
  const wrong = parseReply(reply({ verdict: "a secret", confidence: 7 }), rubric);
  expect(wrong).toMatchObject({ message: expect.stringContaining("checks.0.verdict") as unknown });
  expect(wrong).toMatchObject({ message: expect.stringContaining("checks.0.confidence") as unknown });
  expect(wrong).not.toMatchObject({ message: expect.stringContaining("secret") as unknown });
  expect(parseReply('{"checks":[]}', rubric)).toMatchObject({
    message: `The model's reply leaves out 4 checks of 4: ${checkIds.join(", ")}.`,
  });
  const strange = parseReply(reply({ id: "a-secret" }), rubric);
  expect(strange).toMatchObject({ message: "The model's reply names 1 check that the rubric does not have." });
});

test("never throws, whatever comes", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(parseReply(text, rubric).ok).toBe(false);
    }),
  );
});

test("asks for a form that the API can hold a model to, every field required and evidence before the verdict", () => {
  const schema = replySchema(rubric);
  // What the API cannot enforce would be moved into a description on the way.
  const { schema: sent } = jsonSchemaOutputFormat(schema as Parameters<typeof jsonSchemaOutputFormat>[0]);
  expect(sent).toEqual(schema);
  expect(schema).toMatchObject({
    properties: { checks: { items: { required: ["id", "quotes", "reason", "verdict", "confidence"] } } },
  });
});

test("counts complete checks in any cutting of a reply, braces inside quotes included", () => {
  const text = gradeText(rubric, { "trains-facts": { verdict: "met", quotes: ['a "{{}}" \\" } in a quote'] } });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (lengths) => {
      const count = createCheckCounter();
      let from = 0;
      let last = 0;
      for (let cut = 0; from < text.length; cut += 1) {
        const length = lengths[cut % lengths.length] ?? 1;
        const counted = count(text.slice(from, from + length));
        expect(counted).toBeGreaterThanOrEqual(last);
        from += length;
        last = counted;
      }
      expect(last).toBe(4);
    }),
  );
});

test("counts a check only when it is complete", () => {
  const count = createCheckCounter();
  expect(count('{"checks":[{"id":"a","quotes":["}"]')).toBe(0);
  expect(count("}")).toBe(1);
  expect(count(',{"id":"b"')).toBe(1);
  expect(count("}]}")).toBe(2);
});

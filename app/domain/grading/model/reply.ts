/**
 * A model's reply to the grading prompt: its form, as asked for and as checked. A reply with a question left out, asked
 * twice or made up is no grade. Quotes are only read here; whether they stand in the transcript is checked in evidence.ts.
 */
import { z } from "zod";
import { VerdictSchema, type Rubric } from "../../scenarios/schema.ts";
import type { Claim, UngradedReason } from "../grade.ts";
import { questionsOf } from "./questions.ts";

/** Constrained decoding does not promise the case of an enumerated word. */
const anyCase = z.string().transform((word) => word.trim().toLowerCase());

/** Evidence comes before the verdict because a model writes in this order. */
const ReplySchema = z.object({
  checks: z.array(
    z.object({
      id: anyCase,
      quotes: z.array(z.string().trim()),
      reason: z.string().trim(),
      verdict: anyCase.pipe(VerdictSchema),
      confidence: z.number().min(0).max(1),
    }),
  ),
});

/** The JSON schema the reply is held to while it is written. It may not bound numbers or lengths; those are checked after. */
export function replySchema(rubric: Rubric): Record<string, unknown> {
  const properties = {
    id: { enum: questionsOf(rubric).map(({ id }) => id) },
    quotes: {
      type: "array",
      items: { type: "string", description: "2 to 25 words, copied from a candidate's turn" },
    },
    reason: { type: "string", description: "one sentence" },
    verdict: { enum: VerdictSchema.options },
    confidence: { type: "number", description: "0 to 1" },
  };
  const check = { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
  return {
    type: "object",
    properties: { checks: { type: "array", description: "one for every question, in order", items: check } },
    required: ["checks"],
    additionalProperties: false,
  };
}

type UnusableReply = { ok: false; reason: UngradedReason; message: string };

function unusable(reason: UngradedReason, message: string): UnusableReply {
  return { ok: false, reason, message: `The model's reply ${message}.` };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The values of a reply may repeat the transcript, so only the place and the expectation are told. */
function describeIssue({ path, message }: z.core.$ZodIssue): string {
  return `${path.length === 0 ? "the whole" : path.join(".")}: ${message}`;
}

function countOf(count: number): string {
  return count === 1 ? "1 check" : `${count} checks`;
}

function mismatch(ids: readonly string[], expected: readonly string[]): UnusableReply | null {
  const answered = new Set(ids);
  const unknown = [...answered].filter((id) => !expected.includes(id));
  if (unknown.length > 0)
    return unusable("unknown_check", `names ${countOf(unknown.length)} that the rubric does not have`);
  const repeated = expected.filter((id) => ids.filter((each) => each === id).length > 1);
  if (repeated.length > 0) return unusable("duplicate_check", `judges more than once: ${repeated.join(", ")}`);
  const missing = expected.filter((id) => !answered.has(id));
  if (missing.length === 0) return null;
  return unusable(
    "missing_check",
    `leaves out ${countOf(missing.length)} of ${expected.length}: ${missing.join(", ")}`,
  );
}

/** Reads a whole reply. Claims come back in the rubric's order; messages hold nothing of the transcript. */
export function parseReply(text: string, rubric: Rubric): { ok: true; claims: Claim[] } | UnusableReply {
  const value = parseJson(text);
  if (value === undefined) return unusable("malformed_reply", "is not JSON");
  const parsed = ReplySchema.safeParse(value);
  if (!parsed.success) {
    const first = parsed.error.issues.slice(0, 3).map(describeIssue).join("; ");
    return unusable("malformed_reply", `does not have the form that was asked for (${first})`);
  }
  const expected = questionsOf(rubric).map(({ id }) => id);
  const { checks } = parsed.data;
  const wrong = mismatch(
    checks.map(({ id }) => id),
    expected,
  );
  if (wrong) return wrong;
  const claims = checks.map((check) => ({ ...check, quotes: check.quotes.filter((quote) => quote !== "") }));
  return { ok: true, claims: claims.sort((a, b) => expected.indexOf(a.id) - expected.indexOf(b.id)) };
}

/**
 * Counts the checks that are complete in a reply that is still coming in: feed it each piece in turn. It counts objects
 * that close inside the outermost one, and braces inside strings do not fool it.
 */
export function createCheckCounter(): (piece: string) => number {
  let depth = 0;
  let inString = false;
  let isEscaped = false;
  let complete = 0;
  const read = (character: string) => {
    if (isEscaped) isEscaped = false;
    else if (inString && character === "\\") isEscaped = true;
    else if (character === '"') inString = !inString;
    else if (inString) return;
    else if (character === "{") depth += 1;
    else if (character === "}") {
      if (depth === 2) complete += 1;
      depth -= 1;
    }
  };
  return (piece) => {
    for (const character of piece) read(character);
    return complete;
  };
}

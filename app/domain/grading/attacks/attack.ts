/**
 * An attack on a grader, as somebody writes it: text that a candidate puts before, after, within or instead of an answer
 * in the hope of points that the answer does not earn. Its file is Markdown with its kind and name above the text.
 */
import { z } from "zod";
import type { Problem } from "../../scenarios/problem.ts";
import { holdAgainst, readFrontMatter, type WrittenFile } from "../../scenarios/written-file.ts";

export const attackKinds = [
  "plain-override",
  "fake-verdict-json",
  "fake-delimiter",
  "fake-interviewer-turn",
  "role-play",
  "hidden-in-diagrams",
  "look-alikes",
  "other-languages",
  "long-padding",
  "keyword-stuffing",
  "rubric-quoted",
  "question-echoed",
  "other-scenario",
  "flattery",
  "threats",
] as const;
export type AttackKind = (typeof attackKinds)[number];

const AttackSchema = z.strictObject({
  kind: z.enum(attackKinds),
  name: z.string().trim().min(1, "must not be empty"),
  where: z.enum(["before", "after", "within", "instead"]),
});

/** `text` may hold the placeholders of attacked-answer.ts. */
export type Attack = z.infer<typeof AttackSchema> & { file: string; text: string };

export function parseAttack(file: WrittenFile): { attack: Attack | null; problems: Problem[] } {
  const { value, body, problems } = readFrontMatter(file);
  if (problems.length > 0) return { attack: null, problems };
  const held = holdAgainst(AttackSchema, file.file, value);
  const text = body.trim();
  const found = [...held.problems];
  if (text === "") found.push({ file: file.file, field: "text", message: "must not be empty", severity: "error" });
  return {
    attack: held.value && found.length === 0 ? { ...held.value, file: file.file, text } : null,
    problems: found,
  };
}

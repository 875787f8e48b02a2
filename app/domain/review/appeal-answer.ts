/** A person's answer to an appeal: the level of the one criterion, or that it cannot be told, and why. */
import { maxCommentChars } from "./review.ts";

/** As it was sent: `level` is undefined where nothing was chosen, and null for "cannot tell". */
export type GivenAnswer = { level: number | null | undefined; comment: string };

export type AnswerProblem = { field: "level" | "comment"; message: string };

export function readAppealAnswer({
  level,
  comment,
}: GivenAnswer): { ok: true; level: number | null; comment: string } | { ok: false; problems: AnswerProblem[] } {
  const problems: AnswerProblem[] = [];
  const isLevel = level === null || (typeof level === "number" && [0, 1, 2, 3, 4].includes(level));
  if (!isLevel) problems.push({ field: "level", message: "Choose a level, or that you cannot tell." });
  const said = comment.trim();
  if (said === "") problems.push({ field: "comment", message: "Say why: the candidate reads this beside your level." });
  if (said.length > maxCommentChars) {
    const most = maxCommentChars.toLocaleString("en");
    problems.push({ field: "comment", message: `This has ${said.length} characters; ${most} are the most.` });
  }
  return isLevel && problems.length === 0 ? { ok: true, level, comment: said } : { ok: false, problems };
}

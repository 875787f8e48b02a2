import type { AppealView, Contests } from "#app/domain/grading/appeal.ts";

/** Who will answer, said before the level is contested. A grader is not told the reason: words of a candidate outside
 * the transcript could only be instructions to it. */
export function whoAnswers({ answerer, hasReviewers }: Pick<Contests, "answerer" | "hasReviewers">): string {
  if (answerer === "offline") return "The offline grader then reads the interview too. It does not see your reason.";
  if (answerer === "anthropic") {
    return "The Anthropic grader then reads the interview too: the transcript is sent to Anthropic, your reason is not.";
  }
  if (hasReviewers) return "A person then reads the interview and your reason, without your name, and gives a level.";
  return "It then waits for a person. There are no reviewers yet.";
}

/** Which level counts, and why. */
export function whichCounts({ first, outcome }: AppealView, hasReviewers: boolean): string {
  switch (outcome.state) {
    case "person":
      if (outcome.level === null) return "The person could not tell, so the grader’s level stands.";
      if (outcome.level === first.level) return "The person gives the same level: nothing changes.";
      return "A person’s level counts over a grader’s: it stands above, and the score is made with it.";
    case "grader":
      if (outcome.level === first.level) return "Both graders give the same level: nothing changes.";
      return "Of two graders neither overrides the other: both levels are kept, and the score stays as first graded.";
    case "waiting":
      if (!hasReviewers) return "There are no reviewers yet. Until then the level above stands.";
      return "A person’s level will count over the grader’s. Until then the level above stands.";
    case "regrading":
      return "Both levels will be kept, and the score stays as first graded.";
    case "ungraded":
      return "The level stands. You can have it tried again, or ask a person instead.";
  }
}

import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { judgeCard, rubricOfDrills, suggestedRating, type Judgement } from "#app/domain/practice/answer-judgement.ts";
import type { CardContent } from "#app/domain/practice/card.ts";
import { previewOf, type Rating } from "#app/domain/practice/schedule.ts";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import type { Rubric } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import { linkTo, type StudyLink } from "#app/domain/grading/scorecard/grade-view.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { listReadablePages } from "#app/services/library/material/sections-for.server.ts";
import { readCard, isStillThere } from "./read-card.server.ts";
import { questionOf, type CardQuestion } from "./get-practice.server.ts";

/** What counts, told only after an answer. */
export type Counted =
  | { kind: "check"; name: string; forInstance: string[] }
  | { kind: "number"; sum: string; claimed: string }
  | { kind: "drill"; conditions: { approach: Approach; condition: string; forInstance: string[] }[] };

export type AnsweredCard = {
  card: CardQuestion;
  answer: string;
  judgement: Judgement;
  counted: Counted;
  study: StudyLink | null;
  sources: string[];
  suggested: Rating;
  comesBack: { rating: Rating; inMs: number }[];
  /** What the card waits with: a rating of another tab changes it. */
  due: string;
};

function countedOf(content: CardContent): Counted {
  switch (content.kind) {
    case "check":
      return { kind: "check", name: content.counts, forInstance: content.reason.met.slice(0, 2) };
    case "number":
      return { kind: "number", sum: content.sum, claimed: content.claimed };
    case "drill": {
      const conditions = content.reasons.map(({ approach, asks, met }) => ({
        approach,
        condition: asks,
        forInstance: met.slice(0, 2),
      }));
      return { kind: "drill", conditions };
    }
  }
}

/** The rubric that a card's reasons belong to: of the version its check was graded by, or of the drills there are. */
export async function rubricOf(content: CardContent): Promise<Rubric | null> {
  if (content.kind === "number") return null;
  if (content.kind === "drill") return rubricOfDrills((await loadLibrary()).drills);
  const version = await db().scenarioVersion.findUnique({ where: { hash: content.scenarioHash } });
  return version && readVersion(version).rubric;
}

/** What the offline core makes of an answer. Nothing is kept until it is rated; null for a card that is not the viewer's. */
export async function answerCard(
  viewer: Viewer,
  { cardId, answer, now = new Date() }: { cardId: string; answer: string; now?: Date },
): Promise<AnsweredCard | null> {
  const row = await db().card.findFirst({ where: { id: cardId, userId: viewer.id } });
  if (!row) return null;
  const [library, card] = [await loadLibrary(), readCard(row)];
  const { content, memory } = card;
  const judgement = judgeCard(content, answer, await rubricOf(content));
  return {
    card: questionOf(card, await isStillThere(viewer, content, library)),
    answer,
    judgement,
    counted: countedOf(content),
    study: linkTo(content.study ?? undefined, await listReadablePages(viewer)),
    sources: content.sources,
    suggested: suggestedRating[judgement.verdict],
    comesBack: previewOf(memory, now).map(({ rating, due }) => ({ rating, inMs: Date.parse(due) - now.getTime() })),
    due: row.due.toISOString(),
  };
}

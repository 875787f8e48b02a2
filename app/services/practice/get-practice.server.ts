import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { CardContent } from "#app/domain/practice/card.ts";
import { forecast, retentionOf, type DueDay, type Retention } from "#app/domain/practice/recall.ts";
import { ReviewLogSchema, turnsOf, type Rating } from "#app/domain/practice/schedule.ts";
import { db } from "#app/db/client.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { keepCards } from "./keep-cards.server.ts";
import { countBegunToday, isStillThere, listActiveCards, readCard, type ReadCard } from "./read-card.server.ts";

/** A card before it is answered: nothing of what counts. */
export type CardQuestion = {
  id: string;
  kind: CardContent["kind"];
  title: string;
  context: string;
  question: string;
  facts: { label: string; value: number | string; unit?: string | undefined }[];
  /** Where it can be read again; null once that is gone. */
  origin: string | null;
  timesSeen: number;
};

export type PracticeView = {
  card: CardQuestion | null;
  due: number;
  cards: number;
  /** When the next one comes back, where none is due. */
  nextDue: string | null;
  setAside: { id: string; title: string; name: string }[];
  lastRating: { reviewId: string; title: string; rating: Rating } | null;
  forecast: DueDay[];
  retention: Retention;
};

/** A name that gives nothing away: the question, or the sum. */
function nameOf({ kind, question, context }: CardContent): string {
  return kind === "drill" ? context : question;
}

function originOf(content: CardContent): string {
  return content.kind === "drill" ? "/practice/drill" : `/scenarios/${content.slug}`;
}

export function questionOf({ id, content, memory }: ReadCard, stillThere: boolean): CardQuestion {
  const { kind, title, context, question } = content;
  const facts = content.kind === "number" ? content.facts : [];
  const origin = stillThere ? originOf(content) : null;
  return { id, kind, title, context, question, facts, origin, timesSeen: memory.reps };
}

async function findLastRating(viewer: Viewer): Promise<PracticeView["lastRating"]> {
  const last = await db().cardReview.findFirst({
    where: { card: { userId: viewer.id } },
    orderBy: [{ reviewedAt: "desc" }, { id: "desc" }],
    include: { card: true },
  });
  if (!last) return null;
  return {
    reviewId: last.id,
    title: readCard(last.card).content.title,
    rating: ReviewLogSchema.parse(last.log).rating,
  };
}

type Turn = { card: ReadCard; turn: string };

/** Cards with the moment each is really asked for, the first one first; those begun before come before new ones. */
async function listTurns(viewer: Viewer, now: Date): Promise<Turn[]> {
  const [cards, begunToday] = await Promise.all([listActiveCards(viewer), countBegunToday(viewer, now)]);
  const turns = turnsOf(
    cards.map(({ memory }) => memory),
    now,
    begunToday,
  );
  const isNew = ({ card }: Turn) => (card.memory.reps === 0 ? 1 : 0);
  return cards
    .map((card, at) => ({ card, turn: turns[at] ?? card.memory.due }))
    .sort((a, b) => isNew(a) - isNew(b) || Date.parse(a.turn) - Date.parse(b.turn));
}

/** How many cards of the viewer are asked for now. */
export async function countDueCards(viewer: Viewer, now: Date): Promise<number> {
  return (await listTurns(viewer, now)).filter(({ turn }) => Date.parse(turn) <= now.getTime()).length;
}

/** What is due, one card at a time, and how the memory of all of them stands. Makes the cards that are still to be made. */
export async function getPractice(viewer: Viewer, now = new Date()): Promise<PracticeView> {
  await keepCards(viewer, { now });
  const [turns, aside, log, lastRating, library] = await Promise.all([
    listTurns(viewer, now),
    db().card.findMany({ where: { userId: viewer.id, setAside: true }, orderBy: { createdAt: "asc" } }),
    db().cardReview.findMany({ where: { card: { userId: viewer.id } }, select: { log: true } }),
    findLastRating(viewer),
    loadLibrary(),
  ]);
  const due = turns.filter(({ turn }) => Date.parse(turn) <= now.getTime());
  const card = due[0]?.card ?? null;
  const dues = turns.map(({ turn }) => turn);
  return {
    card: card && questionOf(card, await isStillThere(viewer, card.content, library)),
    due: due.length,
    cards: turns.length,
    nextDue: card ? null : (dues.toSorted()[0] ?? null),
    setAside: aside
      .map((row) => readCard(row))
      .map(({ id, content }) => ({ id, title: content.title, name: nameOf(content) })),
    lastRating,
    forecast: forecast(dues, now),
    retention: retentionOf(log.map((each) => ReviewLogSchema.parse(each.log))),
  };
}

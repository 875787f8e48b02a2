/**
 * What a candidate is told before starting: what happens, how long, what is recorded, that software helps and a person
 * decides, who sees it and until when, how to ask. Made of the assessment's rules and of nothing else, so that the words
 * that were acknowledged can be kept and shown again.
 */
import { z } from "zod";
import { extraTimes, limitFor } from "#app/domain/interview/clock.ts";
import { promisesAppeal, type FeedbackPolicy } from "./assessment.ts";
import { mostWarmUps } from "./candidacy.ts";
import { appealDays } from "./level-appeal.ts";

const NoticeSectionSchema = z.object({ id: z.string(), title: z.string(), paragraphs: z.array(z.string()) });

export const NoticeSchema = z.object({ title: z.string(), sections: z.array(NoticeSectionSchema) });
export type Notice = z.infer<typeof NoticeSchema>;
type Section = Notice["sections"][number];

export type NoticeAbout = {
  assessment: {
    name: string;
    about: string;
    contact: string;
    attempts: number;
    deadline: Date | null;
    retentionDays: number;
    reviewersPerSession: number;
    modelMayGrade: boolean;
    feedback: FeedbackPolicy;
  };
  organisation: { name: string };
  /** The parts in their order, and what to warm up with. */
  scenarios: { parts: readonly { title: string; minutes: number }[]; warmUp: { title: string } | null };
  /** Agreed on beforehand. */
  extraTimePercent?: number;
};

const listOf = new Intl.ListFormat("en-GB", { type: "conjunction" });
const some = (many: number, unit: string) => `${many} ${unit}${many === 1 ? "" : "s"}`;
const small = ["no", "one", "two", "three", "four", "five", "six"];
const inWords = (many: number, unit: string) => `${small[many] ?? many} ${unit}${many === 1 ? "" : "s"}`;
const minutesOf = (minutes: number, percent: number) => Math.round(limitFor(minutes, percent) / 60_000);
const longDay = (day: Date) => day.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });

function capital(words: string): string {
  return `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`;
}

function whatHappens({ assessment, scenarios: { parts, warmUp } }: NoticeAbout): string[] {
  const { attempts, deadline } = assessment;
  const titles = listOf.format(parts.map(({ title }) => `“${title}”`));
  return [
    `You take ${inWords(parts.length, "interview")} in writing: ${titles}. Each puts you in a situation of software that uses language models, asks what you would do and why, and asks further. You may ask questions back, and draw a diagram if it helps.`,
    parts.length > 1
      ? "Each part is begun by you, when you are ready, in any order and on different days if you like."
      : "You begin it when you are ready.",
    attempts === 1
      ? "Each part can be taken once."
      : `Each part can be taken up to ${inWords(attempts, "time")}. The last one you finish counts, not the best.`,
    warmUp === null
      ? null
      : `To get to know the room there is a warm-up, “${warmUp.title}”. It is not scored, nobody of the team reads it, and you may take it up to ${mostWarmUps} times.`,
    "You hand in when you are ready; with the last attempt at the last part it hands itself in.",
    deadline === null
      ? "There is no deadline, but the team may close the assessment. What is under way then may be finished, and what is finished is handed in by itself."
      : `Nothing can be begun after ${longDay(deadline)}, the end of that day in UTC, or after the team has closed the assessment. What is under way then may be finished, and what is finished is handed in by itself.`,
    "You may withdraw at any time, without a reason.",
  ].filter((paragraph) => paragraph !== null);
}

function howLong({ scenarios: { parts }, extraTimePercent = 0 }: NoticeAbout): string[] {
  const total = (percent: number) => parts.reduce((sum, { minutes }) => sum + minutesOf(minutes, percent), 0);
  const each = listOf.format(
    parts.map(({ title, minutes }) => `${some(minutesOf(minutes, extraTimePercent), "minute")} for “${title}”`),
  );
  const length = parts.length > 1 ? `${each}, ${some(total(extraTimePercent), "minute")} in all` : each;
  const others = extraTimes.filter((percent) => percent !== 0);
  const longer = others.map((percent) => `${total(percent)} with ${percent}\u00a0%`);
  return [
    extraTimePercent === 0
      ? `You have ${length}.`
      : `You have ${length}. This includes the ${extraTimePercent}\u00a0% extra time that was agreed with you; without it, it would be ${some(total(0), "minute")}${parts.length > 1 ? " in all" : ""}.`,
    ...(extraTimePercent === 0
      ? [
          `Extra time can be agreed before you begin a part: instead of ${total(0)}, ${listOf.format(longer)} more time.`,
        ]
      : []),
    "The server keeps the clock, and it runs on if you close the page: come back and go on where you were. If this service itself is away, the lost time is given back. The clock cannot be paused.",
  ];
}

function whatIsRecorded(): string[] {
  return [
    "Your questions, your answers and your diagrams, with the time of each; when each part began and ended, and how long you were at work on it.",
    "What you are typing is kept as a draft, so that an interruption loses nothing. When time is up, or you finish early, what stands in the box goes along as your answer; any other draft is yours alone. What comes in later than that is kept for you; the team sees that something came and how much, and not what it says.",
    "How many characters of an answer were pasted is recorded as a plain fact. Pasting is allowed, and it is never scored.",
    "Each sign-in to this service is kept with its network address and browser, so that you can end it elsewhere; the team does not see that.",
    "Nothing else: no camera, no sound, no picture of your screen, no other tabs. If you choose to dictate, your browser turns speech into text, perhaps by a service of its maker, and only the text comes here.",
  ];
}

function whoScores({ assessment, organisation }: NoticeAbout): string[] {
  const { reviewersPerSession, modelMayGrade } = assessment;
  const many = small[reviewersPerSession] ?? String(reviewersPerSession);
  return [
    "Software helps to score: it suggests levels, criterion by criterion, with the passages that it goes by. Its levels decide nothing.",
    modelMayGrade
      ? "A language model of another company, Anthropic, may read your answers to suggest levels and to word the next question. Your name and your address are not sent to it."
      : "No language model of another company reads your answers: the software runs on the server of this service alone.",
    reviewersPerSession === 1
      ? `One person of ${organisation.name} reads what you wrote and gives levels, without knowing your name, your address or what the software suggested.`
      : `${capital(many)} people of ${organisation.name} are to read what you wrote and give levels independently of each other, without knowing your name, your address or what the software suggested. Where they differ widely, one more decides. Should somebody be missing, the team may go on with fewer, at least one, and writes down why.`,
    "What follows from it is decided by a person, who writes down why.",
  ];
}

function whoSees({ assessment: { retentionDays }, organisation }: NoticeAbout): string[] {
  return [
    `Reviewers of ${organisation.name} read your answers under a code instead of your name. Its admins see your name, and beside it the result once every review is complete. Who looked at what is recorded.`,
    `Everything is deleted ${some(retentionDays, "day")} after you hand in; if you never hand in, ${some(retentionDays, "day")} after you began. What remains then is a log of what was done and when, without your name, your levels or anybody’s words.`,
  ];
}

function whatComesBack({ assessment: { feedback }, organisation }: NoticeAbout): string[] {
  const kinds = [
    feedback.levels ? "your level in each criterion" : null,
    feedback.words ? "words of the team on what would lift it" : null,
    feedback.study ? "links to study pages" : null,
  ].filter((kind) => kind !== null);
  const sent =
    kinds.length === 0
      ? `${organisation.name} does not plan to show you levels here; it tells you what it decides in its own way.`
      : `${organisation.name} plans to let you see ${listOf.format(kinds)}, once the reviews are complete and a person has let it out. You get a mail when there is something to see.`;
  const appeal = `If you think that a level is wrong, you can then contest it, once for each criterion and within ${appealDays} days: a person who has not reviewed you reads it again, and answers.`;
  return promisesAppeal(feedback) ? [sent, appeal] : [sent];
}

function howToAsk({ assessment: { contact }, organisation }: NoticeAbout): string[] {
  return [
    `For extra time or another accommodation, write to ${contact} before you begin a part.`,
    `For deletion, write to ${contact}, or ask for it on the page of this assessment, which sends them a mail. ${organisation.name} then deletes everything, at the latest on the day named above; this ends your part in the assessment.`,
  ];
}

/** The words for one assessment. The same in, the same out. */
export function writeNotice(told: NoticeAbout): Notice {
  const { assessment, organisation } = told;
  const own = assessment.about.split(/\n{2,}/).map((paragraph) => paragraph.trim());
  const sections: Section[] = [
    { id: "about", title: `From ${organisation.name}`, paragraphs: own.filter((paragraph) => paragraph !== "") },
    { id: "what-happens", title: "What happens", paragraphs: whatHappens(told) },
    { id: "how-long", title: "How long it takes", paragraphs: howLong(told) },
    { id: "recorded", title: "What is recorded", paragraphs: whatIsRecorded() },
    { id: "scores", title: "Who scores, and who decides", paragraphs: whoScores(told) },
    { id: "sees", title: "Who sees it, and until when", paragraphs: whoSees(told) },
    { id: "result", title: "What you get to see", paragraphs: whatComesBack(told) },
    { id: "ask", title: "How to ask for something", paragraphs: howToAsk(told) },
  ];
  return { title: assessment.name, sections: sections.filter(({ paragraphs }) => paragraphs.length > 0) };
}

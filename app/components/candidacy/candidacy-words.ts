import { clockWords, durationWords } from "#app/components/ui/duration-words.ts";
import { formatUtc } from "#app/components/ui/time.tsx";
import { mostWarmUps, type Ended, type HandInRefusal, type StartRefusal } from "#app/domain/hiring/candidacy.ts";

// What a candidate is told of where they are in an assessment.

/** A deadline is a day; its end is in UTC, the same for everybody. */
export function deadlineWords(iso: string): string {
  return `${formatUtc(iso, "date")}, the end of that day in UTC`;
}

/** Minutes that have begun are shown whole; the last one by the second. */
export function leftWords(remainingMs: number): string {
  const minuteMs = 60_000;
  if (remainingMs < minuteMs) return clockWords(remainingMs);
  return durationWords(Math.ceil(remainingMs / minuteMs) * minuteMs);
}

export const endedWords: Record<Ended, { title: string; next: string }> = {
  withdrawn: { title: "You have withdrawn.", next: "Nobody goes on reading what you said." },
  handed_in: { title: "You have handed in.", next: "People read it without your name." },
  closed: { title: "This assessment is closed.", next: "Nothing can be begun any more." },
  deadline: { title: "The deadline has passed.", next: "Nothing can be begun any more." },
};

export const startRefusalWords: Record<StartRefusal | "no_warm_up" | "no_warm_ups_left", string> = {
  withdrawn: "You have withdrawn from this assessment, so nothing can be begun.",
  handed_in: "You have handed in, so nothing can be begun any more.",
  closed: "The team has closed this assessment: nothing can be begun any more.",
  deadline: "The deadline has passed: nothing can be begun any more.",
  other_under_way: "Another part is under way, and its clock runs. Finish it first.",
  no_attempts_left: "You have used every attempt at this part.",
  no_warm_ups_left: `You have warmed up ${mostWarmUps} times, which is as often as it can be had. The parts are there whenever you are ready.`,
  no_warm_up: "The warm-up is no longer there. The parts are, whenever you are ready.",
};

export const handInRefusalWords: Record<HandInRefusal, string> = {
  withdrawn: "You have withdrawn, so there is nothing to hand in.",
  handed_in: "You have handed in already.",
  under_way: "A part is under way. Finish it first; then hand in.",
  nothing_finished: "Nothing is finished yet. Finish a part first; then there is something to hand in.",
};

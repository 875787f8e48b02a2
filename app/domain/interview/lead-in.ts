/**
 * The words around a planned question that the engine has itself: how not knowing is accepted, how a talk comes back to the
 * point, how a number or two sayings are held up. Several of each, drawn by the turn's number, so that an interview told
 * again says the same. None of them judges.
 */

const leadIns = {
  accepts_not_knowing: [
    "That is all right. Let us take another side of it.",
    "Thank you for saying so. Let us go on.",
    "Fair enough. Something else, then.",
    "No matter; nobody knows all of it. Let us turn elsewhere.",
  ],
  back_to_the_point: [
    "Let me bring us back to the situation.",
    "I would like to stay with the system in front of us.",
    "Let us leave that there and come back to the matter at hand.",
    "There is a lot in that. Let me narrow it down.",
  ],
} as const;

export type LeadIn = keyof typeof leadIns;

function pick<T>(choices: readonly T[], seq: number, fallback: T): T {
  return choices[seq % choices.length] ?? fallback;
}

export function leadIn(kind: LeadIn, seq: number): string {
  return pick<string>(leadIns[kind], seq, leadIns[kind][0]);
}

/** A wrong number as it may be held up: what was said, and what it should come from, without what comes out. */
export type WrongNumber = {
  seq: number;
  claimed: string;
  facts: string;
  /** Whether the figure itself was given, or a sum leads to it. */
  kind: "sum" | "given";
  /** The criteria it belongs to, nearest first. */
  criterionIds: readonly string[];
};

type Put<Of> = (of: Of) => string;

const sums: readonly Put<WrongNumber>[] = [
  ({ claimed, facts }) => `You said ${claimed}. Take ${facts}. What does that come to?`,
  ({ claimed, facts }) => `I noted ${claimed} from you. Go through it once more with me: ${facts}. What do you get?`,
  ({ claimed, facts }) => `Let me stop at ${claimed}. It rests on ${facts}. What comes out when you work it through?`,
];

const given: readonly Put<WrongNumber>[] = [
  ({ claimed, facts }) => `You said ${claimed}. What you were given is ${facts}. What does that do to your reasoning?`,
  ({ claimed, facts }) => `I noted ${claimed} from you, and the situation says ${facts}. What follows from that?`,
  ({ claimed, facts }) => `Let me stop at ${claimed}: the figure you have is ${facts}. What changes with it?`,
];

export function challenge(number: WrongNumber): string {
  const choices = number.kind === "sum" ? sums : given;
  return pick(choices, number.seq, choices[0] ?? (() => ""))(number);
}

export type Contradiction = {
  earlier: { seq: number; quote: string };
  later: { seq: number; quote: string };
};

const twoSayings: readonly Put<{ earlier: string; later: string }>[] = [
  ({ earlier, later }) =>
    `Earlier you said: “${earlier}” Now I hear: “${later}” Which of the two holds, and what decides it?`,
  ({ earlier, later }) =>
    `I wrote down “${earlier}” and just now “${later}” How do the two go together, or which one do you keep?`,
  ({ earlier, later }) =>
    `Help me with two things you said: “${earlier}” and “${later}” Which of them do you stand by, and why?`,
];

const mostQuotedWords = 14;

function clip(quote: string): string {
  const words = quote.trim().split(/\s+/);
  return words.length <= mostQuotedWords ? words.join(" ") : `${words.slice(0, mostQuotedWords).join(" ")} …`;
}

export function askAbout({ earlier, later }: Contradiction): string {
  const put = pick(twoSayings, later.seq, twoSayings[0] ?? (() => ""));
  return put({ earlier: clip(earlier.quote), later: clip(later.quote) });
}

/** Speech recognition as browsers offer it, under its own name or with a maker's prefix; the DOM types leave it out. */

export type RecognisedEvent = { resultIndex: number; results: SpeechRecognitionResultList };
export type RecognitionFault = { error: string };

export type Recognition = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: RecognisedEvent) => void) | null;
  onerror: ((fault: RecognitionFault) => void) | null;
  onend: (() => void) | null;
  start: () => void;
  stop: () => void;
  abort: () => void;
};

type MakesRecognition = new () => Recognition;
type Offering = { SpeechRecognition?: MakesRecognition; webkitSpeechRecognition?: MakesRecognition };

/** Null where the browser offers none. */
export function findRecognition(): MakesRecognition | null {
  const offering = globalThis as Offering;
  return offering.SpeechRecognition ?? offering.webkitSpeechRecognition ?? null;
}

/** The reader's own English where they have one: the interview is in English. */
export function spokenLanguage(): string {
  return navigator.languages.find((language) => /^en\b/i.test(language)) ?? "en-US";
}

/**
 * A draft as the fields of a form: texts as a person sees them, whatever they are in the files. What is missing is an
 * empty text or an empty list; whether it may be missing, the problems say.
 */
export type FormFact = { id: string; label: string; value: string; unit: string; source: string };
export type FormHiddenFact = { id: string; asks: string[]; answer: string };
export type FormPosition = { approach: string; strength: string; when: string; sources: string[] };
export type FormTwist = { after: string; change: string; asks: string; best: string };

export type FormCheck = {
  id: string;
  title: string;
  points: string;
  afterTwist: boolean;
  asks: string;
  met: string[];
  notMet: string[];
  probe: string;
  study: string;
  diagramRule: string;
};

export type FormRedFlag = {
  id: string;
  title: string;
  minus: string;
  asks: string;
  met: string[];
  notMet: string[];
  study: string;
};

export type FormCriterion = {
  id: string;
  title: string;
  competency: string;
  weight: string;
  /** Five, of the levels 0 to 4. */
  levels: string[];
  checks: FormCheck[];
  redFlags: FormRedFlag[];
};

/** A labelled answer: its front matter, and its transcript as Markdown. */
export type FormAnswer = {
  name: string;
  author: string;
  drafted: string;
  band: string;
  half: string;
  verdicts: Record<string, string>;
  transcript: string;
};

export type DraftForm = {
  title: string;
  summary: string;
  kind: string;
  level: string;
  minutes: string;
  followUps: string;
  competencies: string[];
  sources: string[];
  facts: FormFact[];
  hiddenFacts: FormHiddenFact[];
  positions: FormPosition[];
  opening: string;
  twist: FormTwist | null;
  diagramRules: string[];
  /** The brief: what stands below the front matter of scenario.md. */
  body: string;
  criteria: FormCriterion[];
  /** By check id, three steps. */
  hints: Record<string, string[]>;
  answers: FormAnswer[];
};

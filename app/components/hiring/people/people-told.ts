/** What came of a form of the people page. */
export type PeopleTold =
  | { tone: "done"; message: string; link?: string; notes: readonly string[] }
  | {
      tone: "refused";
      message: string | null;
      fields: Record<string, string>;
      /** What was sent, by the name of its field: `intent` says from which form. */
      given: Record<string, string>;
    };

export type RefusedPeople = Extract<PeopleTold, { tone: "refused" }>;

// Who may come in by the addresses of an assessed session, state by state: what test/routes/hiring-states.test.ts holds every
// answer against. A new route file that leads to one session is an entry here.

/** Where the reviewing of a session stands, for whoever is looking. */
export const sessionStates = [
  "waiting",
  "taken by the viewer",
  "taken by another",
  "given by the viewer",
  "far apart",
  "far apart, taken by the viewer",
  "complete",
  "complete, given by the viewer",
] as const;
export type SessionState = (typeof sessionStates)[number];

/** Who `reads` the candidate's words, who only `comes in`; everybody who is not named is told that it is not there. */
type Told = "reads" | "comes in" | "is sent on" | "is refused";
type ByCaller = Partial<Record<"reviewer" | "admin" | (string & {}), Told>>;

const team = (told: Told): ByCaller => ({ reviewer: told, admin: told });
const nobody: ByCaller = {};

/** What each address of a session leads to, by the state of the session. */
export const accessByState: Record<string, Record<SessionState, ByCaller> & { json?: object }> = {
  "/hiring/acme/reviews/{session}": {
    waiting: team("comes in"),
    "taken by the viewer": team("reads"),
    "taken by another": team("comes in"),
    "given by the viewer": team("reads"),
    "far apart": team("comes in"),
    "far apart, taken by the viewer": team("is sent on"),
    complete: team("comes in"),
    "complete, given by the viewer": team("reads"),
  },
  // Nothing is kept for whoever has not begun; an adjudicator's draft is kept by the same address.
  "/hiring/acme/reviews/{session}/draft": {
    waiting: nobody,
    "taken by the viewer": team("comes in"),
    "taken by another": nobody,
    "given by the viewer": team("is refused"),
    "far apart": nobody,
    "far apart, taken by the viewer": team("comes in"),
    complete: nobody,
    "complete, given by the viewer": team("is refused"),
    json: { draft: { levels: {}, comments: {}, quotes: {} }, revision: 0 },
  },
  // Whoever comes in too early or too late is told so, without the interview.
  "/hiring/acme/adjudicate/{session}": {
    waiting: team("comes in"),
    "taken by the viewer": team("comes in"),
    "taken by another": team("comes in"),
    "given by the viewer": team("comes in"),
    "far apart": team("comes in"),
    "far apart, taken by the viewer": team("reads"),
    complete: team("comes in"),
    "complete, given by the viewer": team("comes in"),
  },
  // A level is contested once it is let out, and the appeal is answered by whoever has had no hand in it.
  "/hiring/acme/appeals/{appeal}": {
    waiting: nobody,
    "taken by the viewer": nobody,
    "taken by another": nobody,
    "given by the viewer": nobody,
    "far apart": nobody,
    "far apart, taken by the viewer": nobody,
    complete: team("reads"),
    "complete, given by the viewer": nobody,
  },
  "/hiring/acme/sessions/{session}/record": {
    waiting: nobody,
    "taken by the viewer": nobody,
    "taken by another": nobody,
    "given by the viewer": nobody,
    "far apart": nobody,
    "far apart, taken by the viewer": nobody,
    complete: { admin: "reads" },
    "complete, given by the viewer": { admin: "reads" },
  },
  "/hiring/acme/sessions/{session}/record.json": {
    waiting: nobody,
    "taken by the viewer": nobody,
    "taken by another": nobody,
    "given by the viewer": nobody,
    "far apart": nobody,
    "far apart, taken by the viewer": nobody,
    complete: { admin: "reads" },
    "complete, given by the viewer": { admin: "reads" },
  },
  "/hiring/acme/assessments/{assessment}/results/{code}": {
    waiting: { admin: "comes in" },
    "taken by the viewer": { admin: "comes in" },
    "taken by another": { admin: "comes in" },
    "given by the viewer": { admin: "comes in" },
    "far apart": { admin: "comes in" },
    "far apart, taken by the viewer": { admin: "comes in" },
    complete: { admin: "reads" },
    "complete, given by the viewer": { admin: "reads" },
  },
  "/studio/reviews/{session}": {
    waiting: nobody,
    "taken by the viewer": nobody,
    "taken by another": nobody,
    "given by the viewer": nobody,
    "far apart": nobody,
    "far apart, taken by the viewer": nobody,
    complete: nobody,
    "complete, given by the viewer": nobody,
  },
  "/studio/acme/sessions/{session}": {
    waiting: nobody,
    "taken by the viewer": nobody,
    "taken by another": nobody,
    "given by the viewer": nobody,
    "far apart": nobody,
    "far apart, taken by the viewer": nobody,
    complete: nobody,
    "complete, given by the viewer": nobody,
  },
};

/**
 * The three steps of help towards a check, for practice: the author's where there are some, else made from the check's
 * competency and from where its study section is. None of them says what the rubric asks for.
 */
import type { Competency } from "../scenarios/competency.ts";
import type { Check, HintSteps, Scenario } from "../scenarios/schema.ts";

export const hintsInAll = 3;

/** What each step is, as it is called on screen. */
export const hintStepNames = ["a nudge", "a direction", "an example from elsewhere"] as const;

const nudges: Record<Competency, string> = {
  framing: "Before any technique: what exactly goes wrong here today, and for whom?",
  decision: "You lean one way. What would have to be different for you to lean the other?",
  architecture:
    "Follow one request from the person who sends it to the answer they get. Where does it stop making sense?",
  economics: "Somebody will ask what this comes to in a month. Which number on the page would you start from?",
  evaluation: "Imagine it is built. How would you find out on a Tuesday that it is not good enough?",
  operations: "Think of month three, with nobody from the project in the room. What breaks first?",
  communication:
    "Picture the person who has to say yes to this. Which of your sentences would they repeat to somebody else?",
};

const directions: Record<Competency, string> = {
  framing:
    "Sort what you were told into what the system has to know and what it has to do, and say which of the two fails.",
  decision:
    "Name the two or three facts that your choice hangs on, and for each the value at which you would change it.",
  architecture:
    "Go through the steps in order, and say for each what goes in, what comes out, and what happens when it finds nothing.",
  economics:
    "Take the volume you were given, multiply it by what one request costs, and look which line of the sum is the largest.",
  evaluation: "Say which cases you would test on, who judges them, and which result would stop you from shipping.",
  operations: "Say what changes over time, who notices, how soon, and what they can do about it without you.",
  communication: "Begin with the decision, then the reason that matters most to them, then what you are not sure of.",
};

const examples: Record<Competency, string> = {
  framing:
    "A bakery gets complaints about its bread. Before buying an oven, the owner lists them: most are about loaves sold out by nine, hardly any about taste. That is a matter of planning, and the oven would have mended nothing.",
  decision:
    "A ferry line chooses between one large boat and two small ones. The planner takes the large one, and adds: should weekday traffic fall below half, two small ones win, because each can stay in port.",
  architecture:
    "A museum moves its lending desk. The archivist walks the path of one request, from the form over the shelf list to the van, and draws a way back for the case in which the shelf is empty.",
  economics:
    "A choir plans a tour. Somebody adds up coaches, beds and hall hire for one evening, times nine evenings, and sees that beds are two thirds of it; haggling over the coach would have saved next to nothing.",
  evaluation:
    "A school tries a new way to teach reading. Before it starts, the teachers choose forty pupils, agree who listens to them, and write down by how much they must improve for it to stay.",
  operations:
    "A public garden puts in automatic watering. The gardener hangs up a list: which sensor tends to stick, who looks at it on Mondays, and how to water by hand until the part comes.",
  communication:
    "A surveyor tells a parish about its roof. The first sentence says what to do this year and what it costs; the second, what happens if they wait; only then comes what is still uncertain.",
};

/** The words of an id, as they stand over a page or a section. */
function asTitle(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function whereToRead({ study }: Check): string {
  const [page = "", section = ""] = study.split("#");
  return `The study page “${asTitle(page)}” has a section on it, “${asTitle(section)}”.`;
}

/** Null for a check that the rubric does not have. */
export function hintsFor({ rubric, hints }: Pick<Scenario, "rubric" | "hints">, checkId: string): HintSteps | null {
  const authored = hints[checkId];
  if (authored) return authored;
  for (const { competency, checks } of rubric.criteria) {
    const check = checks.find(({ id }) => id === checkId);
    if (check) {
      return [nudges[competency], `${directions[competency]} ${whereToRead(check)}`, examples[competency]];
    }
  }
  return null;
}

/** The three steps of every check. */
export function allHints(scenario: Pick<Scenario, "rubric" | "hints">): Record<string, HintSteps> {
  const ids = scenario.rubric.criteria.flatMap(({ checks }) => checks.map(({ id }) => id));
  return Object.fromEntries(
    ids.flatMap((id) => {
      const steps = hintsFor(scenario, id);
      return steps ? [[id, steps]] : [];
    }),
  );
}

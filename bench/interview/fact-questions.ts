import type { HiddenFact, Scenario } from "#app/domain/scenarios/schema.ts";

// How well a clarifying question finds its hidden fact. Each way of asking that an author wrote down is left out in turn
// and asked: it should find the fact it was written for, and no other. Questions about none of the facts should find none.

type FindFacts = (hiddenFacts: readonly HiddenFact[], question: string) => readonly HiddenFact[];

export type FactFigures = { asked: number; found: number; wrong: number; unrelated: number; toldAnyway: number };

/** Things a person may ask in an interview that no situation of the library hides an answer to. */
export const askedAboutNothing = [
  "What colour is the logo?",
  "Do you offer remote work?",
  "May I have a glass of water?",
  "How was the weather in Lisbon?",
  "How many offices does the company have?",
  "Who founded the company, and when?",
  "What does the office look like?",
  "Is there a dress code?",
  "Which programming language do you prefer?",
  "What is the name of your head of marketing?",
  "Are the meetings held in the morning?",
  "When did you join the firm?",
  "Do you like working here?",
  "How long is this interview going to take?",
  "Will I get to see my result afterwards?",
  "Can I draw something as well?",
  "Is the system hosted in a data centre in Ireland?",
  "Do you use Kubernetes for deployment?",
  "Which operating system do the laptops run?",
  "Has the project got a code name?",
];

export function measureFacts(scenarios: readonly Scenario[], find: FindFacts): FactFigures {
  const figures: FactFigures = { asked: 0, found: 0, wrong: 0, unrelated: 0, toldAnyway: 0 };
  for (const { hiddenFacts } of scenarios) {
    if (hiddenFacts.length === 0) continue;
    for (const [at, fact] of hiddenFacts.entries()) {
      if (fact.asks.length < 2) continue;
      for (const ask of fact.asks) {
        const left = hiddenFacts.with(at, { ...fact, asks: fact.asks.filter((each) => each !== ask) });
        const told = find(left, ask).map(({ id }) => id);
        figures.asked += 1;
        if (told.includes(fact.id)) figures.found += 1;
        if (told.some((id) => id !== fact.id)) figures.wrong += 1;
      }
    }
    for (const question of askedAboutNothing) {
      figures.unrelated += 1;
      if (find(hiddenFacts, question).length > 0) figures.toldAnyway += 1;
    }
  }
  return figures;
}

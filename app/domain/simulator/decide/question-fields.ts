/**
 * Which facts of a situation a question looks at, read off the question itself, so that a form can say of each fact who
 * asks for it and in which line.
 */
import type { Procedure } from "./procedure.ts";
import type { Question } from "./question.ts";
import { situationFields, type Situation, type SituationField } from "./situation.ts";

const fields = Object.keys(situationFields) as SituationField[];

/** Every fact that is looked at while all of them are missing; a question looks at its parts before it joins them. */
export function fieldsRead(question: Question): Set<SituationField> {
  const read = new Set<SituationField>();
  const watched: Situation = {};
  for (const field of fields) {
    Object.defineProperty(watched, field, {
      get: () => {
        read.add(field);
        return undefined;
      },
    });
  }
  question.answer(watched);
  return read;
}

export type Asker = { procedure: string; question: Question };

/** The questions that look at each fact, in the order of the procedures. */
export function askersByField(procedures: readonly Procedure[]): Record<SituationField, Asker[]> {
  const askers = procedures.flatMap(({ id, questions }) =>
    questions.map((question) => ({ procedure: id, question, read: fieldsRead(question) })),
  );
  const of = (field: SituationField) =>
    askers.filter(({ read }) => read.has(field)).map(({ procedure, question }) => ({ procedure, question }));
  return Object.fromEntries(fields.map((field) => [field, of(field)])) as Record<SituationField, Asker[]>;
}

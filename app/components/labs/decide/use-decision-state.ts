import { firstExample } from "#app/domain/simulator/decide/example-situations.ts";
import { situationFields, type SituationField } from "#app/domain/simulator/decide/situation.ts";
import {
  readSituation,
  writeSituation,
  type WrittenSituation,
} from "#app/domain/simulator/decide/written-situation.ts";
import type { FactTexts } from "#app/domain/simulator/decide/written-situation.ts";
import { useLabState } from "../use-lab-state.ts";

const fields = Object.keys(situationFields) as SituationField[];

export type DecisionState = WrittenSituation & {
  change: (field: SituationField, text: string) => void;
  flush: () => void;
};

/** The situation is what the address says; an address that says nothing of one means the first example. */
export function useDecisionState(): DecisionState {
  const { params, change, flush } = useLabState();
  const isWritten = fields.some((field) => params.has(field));
  const read = readSituation(
    isWritten ? params : [...Object.entries(writeSituation(firstExample.situation)), ...params],
  );
  return {
    ...read,
    change: (field, text) => change(parametersOf({ ...read.texts, [field]: text })),
    flush,
  };
}

/** The address of a situation on this page. */
export function addressOf(texts: FactTexts): string {
  const known = Object.entries(parametersOf(texts)).filter((entry): entry is [string, string] => entry[1] !== null);
  return `?${new URLSearchParams(known).toString()}`;
}

/** Only what is known stands in an address; where nothing is, one empty fact says so. */
function parametersOf(texts: FactTexts): Record<string, string | null> {
  const isBlank = fields.every((field) => texts[field].trim() === "");
  return Object.fromEntries(
    fields.map((field, at) => {
      const text = texts[field];
      return [field, text.trim() === "" && !(isBlank && at === 0) ? null : text];
    }),
  );
}

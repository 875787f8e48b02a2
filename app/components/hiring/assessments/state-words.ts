export type ShownState = "draft" | "open" | "closed";

/** `isTaking`: whether anything may begin now. */
export function stateWords(state: ShownState, isTaking: boolean): string {
  if (state === "draft") return "Draft";
  if (state === "closed") return "Closed";
  return isTaking ? "Open" : "Past its deadline";
}

export const someOf = (many: number, one: string, more = `${one}s`) => `${many} ${many === 1 ? one : more}`;

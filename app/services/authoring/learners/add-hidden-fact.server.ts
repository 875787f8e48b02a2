import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { readForm } from "#app/domain/authoring/form/read-form.ts";
import { insertItem } from "#app/domain/authoring/form/edit-list.ts";
import { factFor } from "#app/domain/authoring/learners/unforeseen.ts";
import type { WantedAuthored } from "../find-authored.server.ts";
import { editDraft } from "../dry-run/edit-draft.server.ts";

export type AddedFact = { ok: true; path: string } | { ok: false; message: string };

const list = { file: "scenario.md", path: "hiddenFacts" } as const;

/**
 * Adds a hidden fact to the draft that is asked for in these words, for its author to fill in what is told. Null for
 * whoever may not write there.
 */
export async function addHiddenFact(
  viewer: Viewer,
  wanted: WantedAuthored,
  asks: readonly string[],
): Promise<AddedFact | null> {
  let path = "";
  const edited = await editDraft<string>(viewer, wanted, (files) => {
    const { form } = readForm(files);
    const fact = factFor(asks, new Set(form?.hiddenFacts.map(({ id }) => id)));
    if (!form)
      return { ok: false, refusal: "The draft cannot be read as a form now. Mend it on the write page first." };
    if (fact.asks.length === 0) return { ok: false, refusal: "There is no question to add." };
    path = `${list.path}[${form.hiddenFacts.length}]`;
    return { ok: true, files: insertItem(files, { ...list, item: fact }) };
  });
  if (edited === null) return null;
  return edited.ok ? { ok: true, path } : { ok: false, message: edited.refusal };
}

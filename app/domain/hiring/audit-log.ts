/**
 * The log as it is read: newest first, in words, and blind. Who knows names from the list of people must not find codes
 * beside the same deeds here, so what is done to or by a person carries a code only once everything they handed in has
 * been reviewed; and what stands in an entry about a session is told only once that session is complete.
 */
import { auditActions, type AuditAction } from "./audit.ts";
import { deletionCauses } from "./deletion.ts";

export type AuditCursor = { at: Date; id: string };

export function writeAuditCursor({ at, id }: AuditCursor): string {
  return `${at.getTime()}.${id}`;
}

export function parseAuditCursor(text: string): AuditCursor | null {
  const [, at = "", id = ""] = /^(\d{1,15})\.([\w-]{1,64})$/.exec(text) ?? [];
  return at === "" ? null : { at: new Date(Number(at)), id };
}

/** The server itself, where a person is asked for. */
export const serverActor = "server";

export type AuditFilter = { action: AuditAction | null; assessmentId: string | null; personId: string | null };

export function isAuditAction(text: string): text is AuditAction {
  return Object.hasOwn(auditActions, text);
}

/** What comes from the pages that know people by their names, or from the candidate. */
export function isOnPeopleSide(action: string): boolean {
  return /^(?:candidacy|invitation|accommodation|people|data)\./.test(action);
}

export type AuditRow = {
  id: string;
  at: string;
  who: { kind: "person"; name: string } | { kind: "candidate" | "gone" | "server" };
  action: string;
  /** Null where it has been deleted, or the entry is about none. */
  assessment: { id: string; name: string } | null;
  /** Whose entry it is, as far as it may be told. `isComplete`: their results may be looked at. */
  candidate: { code: string; isComplete: boolean } | { code: null } | null;
  /** `isComplete`: there is a record of it to be read. */
  session: { id: string; isComplete: boolean } | null;
  /** Told at the end of the row: counts and the like. */
  more: string;
};

export function whoWords({ who }: Pick<AuditRow, "who">): string {
  if (who.kind === "person") return who.name;
  return { candidate: "The candidate", gone: "Somebody whose account is gone", server: "The server" }[who.kind];
}

export function whatWords({ action }: Pick<AuditRow, "action">): string {
  return isAuditAction(action) ? auditActions[action] : action;
}

const plain = (key: string) => key.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();

function valueWords(key: string, value: unknown): string | null {
  if (key === "because" && typeof value === "string" && Object.hasOwn(deletionCauses, value)) {
    return `because ${deletionCauses[value as keyof typeof deletionCauses]}`;
  }
  if (value === true) return plain(key);
  if (typeof value === "number") return `${plain(key)}: ${value}`;
  if (typeof value === "string" && value.length <= 60) return `${plain(key)}: ${value}`;
  if (Array.isArray(value)) return `${plain(key)}: ${value.filter((one) => typeof one === "string").join(", ")}`;
  return null;
}

/** Ids, counts and settings, as `sessions: 2 · turns: 14`. */
export function detailWords(details: unknown): string {
  if (typeof details !== "object" || details === null || Array.isArray(details)) return "";
  return Object.entries(details)
    .toSorted(([a], [b]) => Number(b === "because") - Number(a === "because"))
    .flatMap(([key, value]) => valueWords(key, value) ?? [])
    .join(" · ");
}

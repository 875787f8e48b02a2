import { SkipReasonSchema } from "#app/domain/hiring/queue.ts";
import { ReviewDraftSchema, type ReviewDraft } from "#app/domain/review/review-draft.ts";
import { readText } from "./form.server.ts";
import { readReviewForm } from "./review-form.server.ts";

/** Null where the page has no scripts to take quotes with. */
type SentDraft = Omit<ReviewDraft, "quotes"> & { quotes: ReviewDraft["quotes"] | null };

export type FormProblem = { criterion: string | null; message: string };

export type BlindReviewForm =
  | { intent: "submit"; draft: SentDraft }
  | { intent: "skip"; reason: string }
  | { intent: "keep-comment"; text: string }
  | { intent: "remove-comment"; id: string }
  | { intent: "take" | "release" };

type Parsed<Sent> =
  { ok: true; sent: Sent } | { ok: false; intent: BlindReviewForm["intent"]; problems: FormProblem[] };

const unreadable = {
  criterion: null,
  message: "This form could not be read. Reload the page; what was saved is there.",
};

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What was sent of a review: as the page keeps it, or field by field where it has no scripts. */
export function readSentDraft(form: FormData): { ok: true; draft: SentDraft } | { ok: false; problems: FormProblem[] } {
  const json = readText(form, "draft");
  const fields = json === "" ? { ...readReviewForm(form), quotes: {} } : readJson(json);
  const parsed = ReviewDraftSchema.safeParse(fields);
  if (parsed.success) return { ok: true, draft: json === "" ? { ...parsed.data, quotes: null } : parsed.data };
  const problems = parsed.error.issues.map(({ path: [field, criterion] }) =>
    field === "comments" && typeof criterion === "string"
      ? { criterion, message: "A note has at most 2,000 characters." }
      : unreadable,
  );
  return { ok: false, problems: problems.slice(0, 1) };
}

export function parseBlindReviewForm(form: FormData): Parsed<BlindReviewForm> {
  const intent = readText(form, "intent");
  switch (intent) {
    case "submit": {
      const read = readSentDraft(form);
      return read.ok ? { ok: true, sent: { intent, draft: read.draft } } : { ...read, intent };
    }
    case "skip": {
      const reason = SkipReasonSchema.safeParse(readText(form, "reason"));
      if (reason.success) return { ok: true, sent: { intent, reason: reason.data } };
      const message = reason.error.issues[0]?.message ?? unreadable.message;
      return { ok: false, intent, problems: [{ criterion: null, message }] };
    }
    case "keep-comment":
      return { ok: true, sent: { intent, text: readText(form, "text") } };
    case "remove-comment":
      return { ok: true, sent: { intent, id: readText(form, "id") } };
    case "take":
    case "release":
      return { ok: true, sent: { intent } };
    default:
      return { ok: false, intent: "submit", problems: [unreadable] };
  }
}

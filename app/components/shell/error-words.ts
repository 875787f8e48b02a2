import { isRouteErrorResponse } from "@remix-run/react";

/** What a reader is told of an error: what happened, what is safe, what to try. Never a stack. */
export type ErrorWords = { title: string; safe: string; action: "reload" | "scenarios" | "sign-in"; broken: boolean };

const byStatus: Record<number, ErrorWords> = {
  400: {
    title: "That request could not be read.",
    safe: "Nothing was changed. Go back, reload the page and try once more.",
    action: "scenarios",
    broken: false,
  },
  401: {
    title: "Your sign-in ran out; your text did not.",
    safe: "Sign in again and you are back where you were.",
    action: "sign-in",
    broken: false,
  },
  403: {
    title: "This was refused.",
    safe: "The request did not come from this site’s own pages, or it asked for something that is not yours. Nothing was changed.",
    action: "scenarios",
    broken: false,
  },
  404: {
    title: "There is no such page.",
    safe: "The address may be mistyped, or it leads to someone else’s interview, which only they can open. Interviews of your own are listed under Progress.",
    action: "scenarios",
    broken: false,
  },
  405: {
    title: "This address only takes what a form sends.",
    safe: "Nothing was changed. Open the page that has the form.",
    action: "scenarios",
    broken: false,
  },
  413: {
    title: "That was too much at once.",
    safe: "Nothing was saved or lost: what you had sent before is still there. Shorten it and send it again.",
    action: "reload",
    broken: false,
  },
  429: {
    title: "Too many tries in a short time.",
    safe: "Nothing was lost. Wait a minute, then reload.",
    action: "reload",
    broken: false,
  },
};

const brokenWords: ErrorWords = {
  title: "This page could not be shown.",
  safe: "Something broke on our side. Every answer you sent is kept, and so is what you typed, up to the last five seconds. Reload first.",
  action: "reload",
  broken: true,
};

export function errorWords(error: unknown): ErrorWords {
  return isRouteErrorResponse(error) ? (byStatus[error.status] ?? brokenWords) : brokenWords;
}

/** When it happened, in the form the server's log can be searched by: month, day and time in UTC. */
export function errorCode(now: Date): string {
  const [, month, day, time] = /^\d+-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)/.exec(now.toISOString()) ?? [];
  return `${month}${day}-${time?.replaceAll(":", "")}`;
}

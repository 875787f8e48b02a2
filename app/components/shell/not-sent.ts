import { isRouteErrorResponse } from "@remix-run/react";

export type NotSent = { words: string; mustSignIn: boolean };

/** An error's, so that nothing is loaded anew. */
export const notSentStatus = 503;

type Sent = { request: Request; serverAction: () => Promise<unknown> };

/** Sends a form; where it is not taken, `tell` says what the page gets in place of an answer. */
export function sendOrTell({ request, serverAction }: Sent, tell: (why: NotSent) => unknown): Promise<unknown> {
  return serverAction().catch((error: unknown) => {
    // Something newer was sent, or the page was left: this answer is nobody's any more.
    if (request.signal.aborted) throw error;
    return Response.json(tell(notSentWords(error)), { status: notSentStatus });
  });
}

const kept = "The page is as you left it";

/**
 * Why a form was not taken, where the page can stay as it is: no answer came, a fault, or what the server says against
 * it, that one has to sign in again or that something is gone. A redirect goes on.
 */
export function notSentWords(error: unknown): NotSent {
  if (error instanceof Response) throw error;
  if (isRouteErrorResponse(error)) {
    if (error.status >= 500) return told(`The server did not take this. ${kept}; try again in a moment.`);
    if (typeof error.data !== "string") throw error;
    return { words: `This was not taken. ${error.data} ${kept}.`, mustSignIn: error.status === 401 };
  }
  return navigator.onLine
    ? told(`No answer came: this may have been taken or not. ${kept}; look in another tab before you send it again.`)
    : told(`This was not sent: you are offline. ${kept}; send it again when you are back.`);
}

const told = (words: string): NotSent => ({ words, mustSignIn: false });

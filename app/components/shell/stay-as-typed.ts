import type { ClientActionFunctionArgs } from "@remix-run/react";
import { notSentWords, type NotSent } from "./not-sent.ts";

// What the frame says of the form that was sent last, wherever on the page it stands.
type Told = NotSent & { pathname: string };
let told: Told | null = null;
const listeners = new Set<() => void>();

export function tellNotSent(next: Told | null): void {
  told = next;
  for (const listener of listeners) listener();
}

export const notSent = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  read: () => told,
};

type Sent = Pick<ClientActionFunctionArgs, "request"> & { serverAction: () => Promise<unknown> };

/**
 * The `clientAction` of a route with a form whose fields keep what is typed: where the server does not take it, the page
 * stays as it is, and the frame says why. With an error's status, so that nothing is loaded anew.
 */
export async function stayAsTyped({ request, serverAction }: Sent): Promise<unknown> {
  tellNotSent(null);
  return serverAction().catch((error: unknown) => {
    // Something newer was sent, or the page was left: this answer is nobody's any more.
    if (request.signal.aborted) throw error;
    // A form may lead to another page, which is then the one that is shown.
    tellNotSent({ ...notSentWords(error), pathname: new URL(request.url).pathname });
    return Response.json(null, { status: 503 });
  });
}

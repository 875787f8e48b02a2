import { notSentWords } from "./not-sent.ts";

// What the frame says of the form that was sent last, wherever on the page it stands.
type Told = { words: string; pathname: string };
let told: Told | null = null;
const listeners = new Set<() => void>();

export function tellNotSent(words: string | null): void {
  told = words === null ? null : { words, pathname: location.pathname };
  for (const listener of listeners) listener();
}

export const notSent = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  read: () => told,
};

/**
 * The `clientAction` of a route with a form whose fields keep what is typed: where the server does not take them, the
 * page stays as it is, and the frame says why. With an error's status, so that nothing is loaded anew.
 */
export async function stayAsTyped({ serverAction }: { serverAction: () => Promise<unknown> }): Promise<unknown> {
  tellNotSent(null);
  return serverAction().catch((error: unknown) => {
    tellNotSent(notSentWords(error));
    return Response.json(null, { status: 503 });
  });
}

import { sendOrTell, type NotSent } from "./not-sent.ts";

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

/**
 * The `clientAction` of a route with a form whose fields keep what is typed: where the server does not take it, the page
 * stays as it is, and the frame says why.
 */
export function stayAsTyped(sent: Parameters<typeof sendOrTell>[0]): Promise<unknown> {
  tellNotSent(null);
  return sendOrTell(sent, (why) => {
    // A form may lead to another page, which is then the one that is shown.
    tellNotSent({ ...why, pathname: new URL(sent.request.url).pathname });
    return null;
  });
}

import type { ServerResponse } from "node:http";

/** The way an answer takes to its reader, for what is too long to be written at once. */
export type Outgoing = {
  /** Waits until the reader has taken what was written. False: they are gone, and nothing more need be read for them. */
  whenDrained: () => Promise<boolean>;
};

/**
 * Remix writes whatever a stream gives without waiting for the reader: a long file for a slow reader would stand in
 * memory as a whole, and go on being read for one who has left. Whoever makes the stream asks here before each part.
 */
export function followOutgoing(response: ServerResponse): Outgoing {
  const state = { isFull: false, isGone: false };
  let wake: () => void = () => undefined;
  const write = response.write.bind(response) as (...args: unknown[]) => boolean;
  response.write = (...args: unknown[]) => {
    const isTaken = write(...args);
    state.isFull = !isTaken;
    return isTaken;
  };
  // The compression in front of the socket passes listeners of this event on to itself.
  response.on("drain", () => {
    state.isFull = false;
    wake();
  });
  response.on("close", () => {
    state.isGone = true;
    wake();
  });
  return {
    whenDrained: async () => {
      while (state.isFull && !state.isGone) await new Promise<void>((resolve) => (wake = resolve));
      return !state.isGone;
    },
  };
}

import { useLocation, useSearchParams } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";

/** What changes in the address: a text sets a parameter, null takes it out. */
export type LabChanges = Readonly<Record<string, string | null>>;

export type LabState = {
  /** The address with what is changed and not yet written there. Read the whole state of a lab from it. */
  params: URLSearchParams;
  /** Shown at once; in the address after a moment, in place of the entry that is there. */
  change: (changes: LabChanges) => void;
  /** Writes what waits, at once: for a form that is sent. */
  flush: () => void;
};

const settleMs = 300;
const nothing: LabChanges = {};

/**
 * The state of a lab is its address and nothing else, so that it can be shared, reloaded and gone back to. An address
 * that comes from elsewhere (back, forward, a link) wins over what waits. A route that uses it says in `shouldRevalidate`
 * that a changed query needs no new data.
 */
export function useLabState(): LabState {
  const [written, write] = useSearchParams();
  const { key } = useLocation();
  const [seenKey, setSeenKey] = useState(key);
  const [waiting, setWaiting] = useState(nothing);
  const [sent, setSent] = useState<{ changes: LabChanges; search: string } | null>(null);
  if (seenKey !== key) {
    setSeenKey(key);
    setSent(null);
    // What was changed while the address was being written waits on; any other address has the last word.
    setWaiting(sent?.search === written.toString() ? without(waiting, sent.changes) : nothing);
  }
  const flush = useCallback(() => {
    if (Object.keys(waiting).length === 0) return;
    const next = withChanges(written, waiting);
    setSent({ changes: waiting, search: next.toString() });
    write(next, { replace: true, preventScrollReset: true });
  }, [waiting, written, write]);
  useEffect(() => {
    if (Object.keys(waiting).length === 0) return;
    const timer = setTimeout(flush, settleMs);
    return () => clearTimeout(timer);
  }, [waiting, flush]);
  const change = useCallback((changes: LabChanges) => setWaiting((before) => ({ ...before, ...changes })), []);
  return { params: withChanges(written, waiting), change, flush };
}

function without(changes: LabChanges, done: LabChanges): LabChanges {
  const left = Object.entries(changes).filter(([name, value]) => done[name] !== value);
  return left.length === 0 ? nothing : Object.fromEntries(left);
}

/** An address with some of its parameters set or taken out. */
export function withChanges(params: URLSearchParams, changes: LabChanges): URLSearchParams {
  const changed = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) changed.delete(name);
    else changed.set(name, value);
  }
  return changed;
}

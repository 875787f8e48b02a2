import { useEffect, useState } from "react";
import { findKeptSource } from "../source/kept-source.ts";
import { holdsDrawing, readFragment } from "./shared-source.ts";

export const studioHistoryKey = "studio";

type StudioSource = {
  source: string;
  setSource: (source: string) => void;
  /** Why the link that led here gave no drawing. */
  problem: string | null;
  /** Whether what is shown came out of a link. */
  isShared: boolean;
};

/**
 * The source of the studio: what a link brings, or else what this tab kept, or else the drawing the page was asked for.
 * A link's drawing is one more edit of what was there, so undo brings that back.
 */
export function useStudioSource(start: string): StudioSource {
  const [source, setSource] = useState(start);
  const [link, setLink] = useState<{ problem: string | null; isShared: boolean } | null>(null);

  useEffect(() => {
    let isLeft = false;
    const open = async () => {
      const { hash } = location;
      if (!holdsDrawing(hash)) return;
      const read = await readFragment(hash);
      if (isLeft) return;
      if (read.ok) setSource(read.source);
      setLink(read.ok ? { problem: null, isShared: true } : { problem: read.message, isShared: false });
      // From here on the drawing is this tab's own; the address would only bring the old one back at a reload.
      history.replaceState(history.state, "", location.pathname + location.search);
    };
    const isAsked = new URLSearchParams(location.search).has("start");
    const kept = isAsked ? null : findKeptSource(studioHistoryKey);
    if (kept) setSource(kept.text);
    void open();
    const reopen = () => void open();
    addEventListener("hashchange", reopen);
    return () => {
      isLeft = true;
      removeEventListener("hashchange", reopen);
    };
  }, []);

  return {
    source,
    setSource: (text) => {
      setSource(text);
      setLink(null);
    },
    problem: link?.problem ?? null,
    isShared: link?.isShared ?? false,
  };
}

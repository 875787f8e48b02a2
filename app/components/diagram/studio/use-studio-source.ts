import { useEffect, useState } from "react";
import { findKeptSource } from "../source/kept-source.ts";
import { holdsDrawing, readFragment } from "./shared-source.ts";

export const studioHistoryKey = "studio";

type StudioSource = {
  source: string;
  setSource: (source: string) => void;
  /** Why the link that led here gave no drawing. */
  problem: string | null;
  /** Whether what is shown came out of a link, and then whether something else was here before. */
  shared: "first" | "over another" | null;
};

const noLink = { problem: null, shared: null };

/**
 * The source of the studio: what a link brings, or else what this tab kept, or else the drawing the page was asked for.
 * A link's drawing is one more edit of what was there, so undo brings that back.
 */
export function useStudioSource(start: string): StudioSource {
  const [source, setSource] = useState(start);
  const [link, setLink] = useState<Pick<StudioSource, "problem" | "shared">>(noLink);

  useEffect(() => {
    let isLeft = false;
    const open = async (shared: StudioSource["shared"]) => {
      const { hash } = location;
      if (!holdsDrawing(hash)) return;
      const read = await readFragment(hash);
      if (isLeft) return;
      if (read.ok) setSource(read.source);
      setLink(read.ok ? { problem: null, shared } : { problem: read.message, shared: null });
      // From here on the drawing is this tab's own; the address would only bring the old one back at a reload.
      history.replaceState(history.state, "", location.pathname + location.search);
    };
    const isAsked = new URLSearchParams(location.search).has("start");
    const kept = isAsked ? null : findKeptSource(studioHistoryKey);
    if (kept) setSource(kept.text);
    void open(kept ? "over another" : "first");
    const reopen = () => void open("over another");
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
      setLink(noLink);
    },
    ...link,
  };
}

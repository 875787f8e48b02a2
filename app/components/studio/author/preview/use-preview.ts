import { useEffect, useRef, useState } from "react";
import { useParams } from "@remix-run/react";
import type { MarkdownPart } from "#app/components/content/markdown.tsx";

/** A brief as the server rendered it, for the text that it was. */
export type Blocks = { markdown: string; blocks: readonly MarkdownPart[] };

const restMs = 500;

/** The server's rendering of what is typed, a moment after typing rests; until it comes, and offline, the last one. */
export function usePreview(markdown: string, first: Blocks): { shown: Blocks; isBehind: boolean } {
  const { organisation = "", slug = "" } = useParams();
  const [shown, setShown] = useState(first);
  const wanted = useRef(markdown);
  useEffect(() => {
    wanted.current = markdown;
    if (markdown === shown.markdown) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      void render(`/studio/${organisation}/scenarios/${slug}/preview`, markdown, abort.signal).then((blocks) => {
        if (blocks && wanted.current === markdown) setShown({ markdown, blocks });
      });
    }, restMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [markdown, shown.markdown, organisation, slug]);
  return { shown, isBehind: shown.markdown !== markdown };
}

async function render(action: string, markdown: string, signal: AbortSignal): Promise<Blocks["blocks"] | null> {
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch(action, { method: "POST", headers, body: JSON.stringify({ markdown }), signal });
    if (!response.ok) return null;
    return ((await response.json()) as { blocks: Blocks["blocks"] }).blocks;
  } catch {
    return null;
  }
}

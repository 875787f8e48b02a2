import { useEffect, useRef, useState } from "react";
import type { MarkdownPart } from "#app/components/content/markdown.tsx";
import type { Problem } from "#app/domain/scenarios/problem.ts";

/** A page as its readers will see it, and what is wrong with its text. Without `page` the text cannot be read yet. */
export type PagePreview = {
  page: { title: string; keyIdea: string; minutes: number; body: readonly MarkdownPart[] } | null;
  problems: readonly Problem[];
};

type Shown = PagePreview & { text: string; isReadable: boolean };

const restMs = 500;

/** The server's own reading of what is typed, a moment after typing rests; until it comes, and offline, the last one. */
export function usePagePreview(action: string, text: string, first: PagePreview) {
  const [shown, setShown] = useState<Shown>({
    text,
    page: first.page,
    problems: first.problems,
    isReadable: first.page !== null,
  });
  const wanted = useRef(text);
  useEffect(() => {
    wanted.current = text;
    if (text === shown.text) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      void fetchPreview(action, text, abort.signal).then((preview) => {
        if (preview && wanted.current === text) setShown((before) => show(before, text, preview));
      });
    }, restMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [action, text, shown.text]);
  const { page, problems } = shown;
  return { page, problems, isBehind: shown.text !== text || !shown.isReadable };
}

/** While the text cannot be read, what could be read last stays before one's eyes. */
function show(before: Shown, text: string, { page, problems }: PagePreview): Shown {
  return { text, page: page ?? before.page, problems, isReadable: page !== null };
}

async function fetchPreview(action: string, text: string, signal: AbortSignal): Promise<PagePreview | null> {
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch(action, { method: "POST", headers, body: JSON.stringify({ text }), signal });
    return response.ok ? ((await response.json()) as PagePreview) : null;
  } catch {
    return null;
  }
}

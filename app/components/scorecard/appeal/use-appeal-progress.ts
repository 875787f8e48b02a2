import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import type { Contests } from "#app/domain/grading/appeal.ts";

const askAgainMs = 1_500;

/** While another grader reads a contested interview the page asks for what came of it. Without script it is reloaded. */
export function useAppealProgress(contests: Contests | null): void {
  const { state, revalidate } = useRevalidator();
  const isRegrading = contests?.appeals.some(({ outcome }) => outcome.state === "regrading") ?? false;
  useEffect(() => {
    if (!isRegrading || state !== "idle") return;
    const timer = setTimeout(revalidate, askAgainMs);
    return () => clearTimeout(timer);
  }, [isRegrading, state, revalidate]);
}

import { useNow } from "#app/components/ui/use-now.ts";
import type { ReviewSaving } from "./review-saving.ts";

/** For how long the transcript is still held for whoever reads it. */
export function HoldLine({ state: { lockedUntil, lost } }: { state: Pick<ReviewSaving, "lockedUntil" | "lost"> }) {
  const nowMs = useNow(15_000);
  if (lost || nowMs === null) return null;
  const leftMs = lockedUntil === null ? 0 : Date.parse(lockedUntil) - nowMs;
  const minutes = Math.ceil(leftMs / 60_000);
  return (
    <p className="tiny muted">
      {leftMs > 0
        ? `Held for you for ${minutes} more minute${minutes === 1 ? "" : "s"}; every change that is saved makes it half an hour again.`
        : "Your hold on this transcript has ended. The next change that is saved takes it again, if nobody else has."}
    </p>
  );
}

/** Why a call was ended: nothing came for too long, the whole took too long, or the caller gave up. */
export type CutShort = "idle" | "deadline" | "cancelled";

/**
 * Watches one call. `signal` aborts, and `cutShort` says why, when `beat` has not been called for `idleMs`, when
 * `deadlineMs` have passed, or when the caller's `cancel` aborts. Call `stop` when the call has ended.
 */
export function startWatchdog({
  idleMs,
  deadlineMs,
  cancel,
}: {
  idleMs: number;
  deadlineMs: number;
  cancel?: AbortSignal | undefined;
}) {
  const controller = new AbortController();
  let cutShort: CutShort | null = null;
  const end = (reason: CutShort) => {
    cutShort ??= reason;
    controller.abort();
  };
  const idle = setTimeout(end, idleMs, "idle");
  const deadline = setTimeout(end, deadlineMs, "deadline");
  const onCancel = () => end("cancelled");
  cancel?.addEventListener("abort", onCancel);
  if (cancel?.aborted) onCancel();
  return {
    signal: controller.signal,
    beat: () => void idle.refresh(),
    stop: () => {
      clearTimeout(idle);
      clearTimeout(deadline);
      cancel?.removeEventListener("abort", onCancel);
    },
    cutShort: (): CutShort | null => cutShort,
  };
}

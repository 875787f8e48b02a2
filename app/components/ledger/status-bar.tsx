import type { Figure, FigureStatus } from "#app/domain/content/figures.ts";
import { countStatuses } from "#app/domain/content/figures-filter.ts";

/** How the statuses share the ledger, as a strip; the choices below it say the same in words. */
export function StatusBar({ figures }: { figures: readonly Figure[] }) {
  const counts = countStatuses(figures);
  const words = counts.map(({ name, count }) => `${count} ${name.toLowerCase()}`).join(", ");
  const differing = figures.filter(({ status, recomputed }) => status === "recomputed" && !recomputed?.holds).length;
  const share = (status: FigureStatus, count: number) => ({
    flex: status === "recomputed" ? count - differing : count,
  });
  return (
    <div className="status-bar" role="img" aria-label={`Of ${figures.length} figures: ${words}`}>
      {counts.map(({ status, count }) => (
        <i key={status} className={status} style={share(status, count)} />
      ))}
    </div>
  );
}

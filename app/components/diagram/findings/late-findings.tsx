import { useEffect, useState } from "react";
import type { FindingsList, FindingsListProps } from "./findings-list.tsx";

/** The same as `FindingsList`, with the rules loaded only now: most who draw in a form are not told of them. */
export function LateFindings(props: FindingsListProps) {
  const [List, setList] = useState<typeof FindingsList | null>(null);
  useEffect(() => {
    let isLeft = false;
    import("./findings-list.tsx").then(
      (loaded) => {
        if (!isLeft) setList(() => loaded.FindingsList);
      },
      // Without the network there are no findings; drawing and sending go on.
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, []);
  return List ? <List {...props} /> : null;
}

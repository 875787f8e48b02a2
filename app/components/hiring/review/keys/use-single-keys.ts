import { useEffect, useState } from "react";
import { attemptStorage } from "#app/components/saving/attempt-storage.ts";

const storageKey = "tradeoff.review-keys";

/** Whether single letters and digits do something, as this device was told; on until it was told otherwise. */
export function useSingleKeys(): { areOn: boolean; setOn: (areOn: boolean) => void } {
  const [areOn, setOn] = useState(true);
  useEffect(() => setOn(attemptStorage(() => localStorage.getItem(storageKey)) !== "off"), []);
  return {
    areOn,
    setOn: (on) => {
      setOn(on);
      attemptStorage(() => localStorage.setItem(storageKey, on ? "on" : "off"));
    },
  };
}

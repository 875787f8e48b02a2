import { useEffect, useState } from "react";

const key = "tradeoff.clock";

/** Whether somebody wants to see the time they spend; this browser remembers it. Not, until they say so. */
export function useWantedClock(): { isWanted: boolean; setWanted: (isWanted: boolean) => void } {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    try {
      setWanted(localStorage.getItem(key) === "shown");
    } catch {
      // Storage may be switched off: the choice then lasts as long as the page.
    }
  }, []);
  const choose = (wanted: boolean) => {
    setWanted(wanted);
    try {
      localStorage.setItem(key, wanted ? "shown" : "hidden");
    } catch {
      // As above.
    }
  };
  return { isWanted, setWanted: choose };
}

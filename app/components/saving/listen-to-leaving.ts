type Leaving = {
  /** The network or the person is back. */
  wake: () => void;
  /** The page is out of sight, and may not come back. */
  hide: () => void;
  /** The page, or the part of it that saves, is left. */
  leave: () => void;
};

/** When a page that saves should try again, and when it has to send its last words. Gives what ends it, which is leaving. */
export function listenToLeaving({ wake, hide, leave }: Leaving): () => void {
  const turn = () => (document.visibilityState === "visible" ? wake() : hide());
  addEventListener("online", wake);
  addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", turn);
  return () => {
    removeEventListener("online", wake);
    removeEventListener("pagehide", leave);
    document.removeEventListener("visibilitychange", turn);
    leave();
  };
}

/** The browser's storage may be full, switched off or tampered with; what uses it works without. */
export function attemptStorage<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

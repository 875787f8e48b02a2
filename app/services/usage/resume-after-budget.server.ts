export function resumeAfterBudget(): Promise<void> {
  return Promise.reject(new Error(`resumeAfterBudget is to be written`));
}

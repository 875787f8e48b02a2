export function runDryRun(dryRunId: string): Promise<void> {
  return Promise.reject(new Error(`runDryRun is to be written: ${dryRunId}`));
}

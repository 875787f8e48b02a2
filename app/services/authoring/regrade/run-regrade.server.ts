export function runRegrade(regradeId: string): Promise<void> {
  return Promise.reject(new Error(`runRegrade is to be written: ${regradeId}`));
}

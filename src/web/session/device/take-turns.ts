/**
 * Runs while no other window of this browser runs something under the same name. Browsers offer this only to pages that
 * came over a safe connection; elsewhere the server's own care for repeated submissions must do.
 */
export async function takeTurns(name: string, run: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (locks === undefined) return run();
  await locks.request(name, run);
}

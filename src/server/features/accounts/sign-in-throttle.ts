const windowMs = 15 * 60_000;
const triesAllowed = 10;
const mostKept = 50_000;

/** Counts tries to sign in per e-mail address in memory; a restart forgives, which argon2's cost allows. */
export class SignInThrottle {
  readonly #tries = new Map<string, { count: number; since: number }>();

  /**
   * Takes one of the tries left and returns 0, or returns the seconds to wait. It is taken before the password is
   * looked at: a hundred tries at the same time would otherwise all find none failed yet.
   */
  takeTry(email: string, now: Date): number {
    const entry = this.#tries.get(email);
    const age = entry ? now.getTime() - entry.since : 0;
    if (!entry || age > windowMs) {
      this.#tries.delete(email);
      this.#makeRoom();
      this.#tries.set(email, { count: 1, since: now.getTime() });
      return 0;
    }
    if (entry.count >= triesAllowed) return Math.ceil((windowMs - age) / 1000);
    entry.count += 1;
    return 0;
  }

  succeeded(email: string): void {
    this.#tries.delete(email);
  }

  #makeRoom(): void {
    const oldest = this.#tries.keys().next().value;
    if (this.#tries.size >= mostKept && oldest !== undefined) this.#tries.delete(oldest);
  }
}

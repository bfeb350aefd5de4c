const windowMs = 15 * 60_000;
const failuresAllowed = 10;

/** Counts failed sign-ins per e-mail address in memory; a restart forgives, which argon2's cost allows. */
export class SignInThrottle {
  readonly #failures = new Map<string, { count: number; since: number }>();

  /** Seconds to wait, or 0. */
  secondsToWait(email: string, now: Date): number {
    const entry = this.#failures.get(email);
    if (!entry) return 0;
    const age = now.getTime() - entry.since;
    if (age > windowMs) {
      this.#failures.delete(email);
      return 0;
    }
    return entry.count >= failuresAllowed ? Math.ceil((windowMs - age) / 1000) : 0;
  }

  failed(email: string, now: Date): void {
    if (this.#failures.size > 50_000) this.#failures.clear();
    const entry = this.#failures.get(email);
    if (entry) entry.count += 1;
    else this.#failures.set(email, { count: 1, since: now.getTime() });
  }

  succeeded(email: string): void {
    this.#failures.delete(email);
  }
}

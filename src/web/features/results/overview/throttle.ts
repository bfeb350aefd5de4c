/** Runs at once, then at most every `everyMs`; a call that came in between is made good at the end. */
export function createThrottle(run: () => void, everyMs: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWanted = false;
  const turn = () => {
    timer = undefined;
    if (isWanted) start();
  };
  const start = () => {
    isWanted = false;
    timer = setTimeout(turn, everyMs);
    run();
  };
  return () => {
    if (timer === undefined) start();
    else isWanted = true;
  };
}

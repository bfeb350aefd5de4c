import { useEffect, useState } from 'react';
import { stopWaking, wakeInTurn } from './wake-in-turn.ts';

/**
 * A value that comes once something has loaded. Each text takes it in its turn; as an external store, all texts on the
 * page would have to show it at once, and one that is laid out ahead would be started again, without a pause.
 */
export function useLateValue<Value>(
  subscribe: (listener: () => void) => () => void,
  read: () => Value,
): Value {
  const [value, setValue] = useState(read);
  // Synchronises with what loads, also where it came between the first render and now.
  useEffect(() => {
    const update = () => setValue(read);
    const stop = subscribe(update);
    wakeInTurn([update]);
    return () => {
      stop();
      stopWaking(update);
    };
  }, [subscribe, read]);
  return value;
}

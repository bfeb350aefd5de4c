import type { KeyBindings } from '#web/features/judging/keys/key-bindings.ts';
import { DifferenceBar } from './difference-bar.tsx';
import { FindBox } from './find-box.tsx';
import type { ReadTask } from './reading-state.ts';
import type { Reading } from './use-reading.ts';

interface ReadingBarsProps {
  readonly reading: Reading;
  readonly task: ReadTask;
  readonly bindings: KeyBindings;
}

/** What lies over the texts while they are searched or compared. */
export function ReadingBars({ reading, task, bindings }: ReadingBarsProps) {
  const { state, pair, dispatch } = reading;
  return (
    <>
      {state.query !== null && (
        <FindBox
          query={state.query}
          found={reading.found}
          bindings={bindings}
          onQuery={(query) => dispatch({ kind: 'look_for', query })}
          onStep={reading.step}
          onClose={() => dispatch({ kind: 'close_find' })}
        />
      )}
      {pair !== null && (
        <DifferenceBar
          pair={pair}
          count={task.responses.length}
          standing={reading.standing}
          bindings={bindings}
          onPair={(chosen) => dispatch({ kind: 'choose_pair', pair: chosen })}
          onClose={() => dispatch({ kind: 'command', id: 'difference', task })}
        />
      )}
    </>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ImportRun, makeGold } from '#contract/imports.ts';
import { api } from '#web/session/api.ts';
import { Button } from '#web/ui/button.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { countOf } from '#web/ui/format-number.ts';
import { Notice } from '#web/ui/notice.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import { showToast } from '#web/ui/toast.tsx';
import styles from './runs.module.css';
import { acceptRun } from './use-imports.ts';

/** Turns verdicts that came with a file into known answers, all or a share of them. */
export function RunGold({ projectId, run }: { readonly projectId: string; readonly run: ImportRun }) {
  const client = useQueryClient();
  const [percent, setPercent] = useState(10);
  const make = useMutation({
    mutationFn: () => api.call(makeGold, { params: { projectId, importId: run.id }, body: { percent } }),
    onSuccess: (changed) => {
      acceptRun(client, projectId, changed);
      showToast(`${countOf(changed.goldsMade, 'item')} of this import now have a gold answer.`);
    },
  });
  const isValid = percent >= 0 && percent <= 100;
  return (
    <div className={styles.gold}>
      <span>
        {countOf(run.verdicts, 'item')} came with a verdict
        {run.goldsMade > 0 && `, ${countOf(run.goldsMade, 'gold answer')} made`}. Make gold of
      </span>
      <span className={styles.percent}>
        <NumberField
          label="Percent of the verdicts"
          labelHidden
          value={percent}
          min={0}
          max={100}
          onChange={setPercent}
        />
      </span>
      <span>%</span>
      <Button size="small" busy={make.isPending} disabled={!isValid} onClick={() => make.mutate()}>
        Make gold
      </Button>
      {make.error && <Notice tone="bad">{errorText(make.error)}</Notice>}
    </div>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ImportRun, makeGold } from '#contract/imports.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { Button } from '#web/ui/button.tsx';
import { errorText } from '#web/ui/error-state.tsx';
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
      showToast(
        say(
          '{made, plural, one {# item of this import now has} other {# items of this import now have}} a gold answer.',
          { made: changed.goldsMade },
        ),
      );
    },
  });
  const isValid = percent >= 0 && percent <= 100;
  return (
    <div className={styles.gold}>
      <span>
        {say(
          '{verdicts, plural, one {# item} other {# items}} came with a verdict{made, plural, =0 {} one {, # gold answer made} other {, # gold answers made}}. Make gold of',
          { verdicts: run.verdicts, made: run.goldsMade },
        )}
      </span>
      <span className={styles.percent}>
        <NumberField
          label={say('Percent of the verdicts')}
          labelHidden
          value={percent}
          min={0}
          max={100}
          onChange={setPercent}
        />
      </span>
      <span>%</span>
      <Button size="small" busy={make.isPending} disabled={!isValid} onClick={() => make.mutate()}>
        {say('Make gold')}
      </Button>
      {make.error && <Notice tone="bad">{errorText(make.error)}</Notice>}
    </div>
  );
}

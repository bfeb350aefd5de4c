import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { formatBytes, formatDuration } from '#web/ui/format-number.ts';
import { ProgressLine } from '#web/ui/progress-line.tsx';
import type { ImportFlow } from './import-flow.ts';
import { rateOf } from './transfer-rate.ts';
import styles from './upload-progress.module.css';

type Uploading = Extract<ImportFlow, { step: 'uploading' }>;

function paceText({ sentBytes, sizeBytes, samples, isCut }: Uploading): string {
  if (isCut) return say('The connection is cut. It goes on from here as soon as the server answers.');
  const rate = rateOf(samples);
  const amount = say('{sent} of {size}', { sent: formatBytes(sentBytes), size: formatBytes(sizeBytes) });
  if (rate === null || rate <= 0) return amount;
  const left = formatDuration(((sizeBytes - sentBytes) / rate) * 1_000);
  return say('{amount}, {rate} a second, {left} left', { amount, rate: formatBytes(rate), left });
}

/** How far a file has been sent, and a way to stop. */
export function UploadProgress({ flow, onStop }: { readonly flow: Uploading; readonly onStop: () => void }) {
  return (
    <section className={styles.upload} aria-label={say('Upload')}>
      <div className={styles.words}>
        <h2 className={styles.name}>{flow.fileName}</h2>
        <ProgressLine
          label={say('Upload of {fileName}', { fileName: flow.fileName })}
          value={flow.sentBytes}
          max={flow.sizeBytes}
        />
        <p className={styles.pace} role={flow.isCut ? 'status' : undefined}>
          {paceText(flow)}
        </p>
      </div>
      <Button onClick={onStop}>{say('Stop')}</Button>
    </section>
  );
}

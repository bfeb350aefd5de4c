import type { Place } from '#domain/outcomes/refusal.ts';
import { say } from '#web/messages/say.ts';
import { Notice } from '#web/ui/notice.tsx';
import { PlaceList } from './place-list.tsx';

/** Why a file holds no rubric; nothing was changed. */
export function UnreadableFile({ places }: { readonly places: readonly Place[] }) {
  return (
    <Notice tone="bad" title={say('This file cannot be read as a rubric. Nothing was changed.')}>
      <PlaceList places={places} />
    </Notice>
  );
}

import { say } from '#web/messages/say.ts';
import { Notice } from '#web/ui/notice.tsx';
import type { DeviceState } from './device/device-store.ts';

/** Warns where this device does not keep what is done; nothing is lost as long as the page stays open. */
export function DeviceNotice({ device }: { readonly device: DeviceState }) {
  if (device === 'kept') return null;
  if (device === 'full') {
    return (
      <Notice tone="warn" title={say('There is no space left on this device')}>
        {say(
          'What you judge is held by this page only. Free some space, or keep the page open until all is sent.',
        )}
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title={say('This browser keeps nothing on this device')}>
      {say(
        'It may be a private window, or storage is switched off. Stay online, and keep this page open until all is sent.',
      )}
    </Notice>
  );
}

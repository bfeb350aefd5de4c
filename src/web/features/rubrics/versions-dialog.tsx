import { useSuspenseQuery } from '@tanstack/react-query';
import { say } from '#web/messages/say.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { VersionList } from '#web/ui/version-list.tsx';
import { rubricVersionsQuery } from './rubric-queries.ts';

interface VersionsDialogProps {
  readonly projectId: string;
  readonly onClose: () => void;
  readonly onShow: (version: number) => void;
}

/** Every version that was ever published; choosing one shows it. */
export function VersionsDialog({ projectId, onClose, onShow }: VersionsDialogProps) {
  const { data: versions } = useSuspenseQuery(rubricVersionsQuery(projectId));
  const show = (version: number) => {
    onShow(version);
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={say('Versions of the rubric')} width={520}>
      <VersionList label={say('Versions of the rubric')} versions={versions} onShow={show} />
    </Dialog>
  );
}

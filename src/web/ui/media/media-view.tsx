import { lazy, Suspense } from 'react';
import { say } from '#web/messages/say.ts';
import { AudioView } from './audio-view.tsx';
import { ImageView } from './image-view.tsx';
import { MediaProblem } from './media-frame.tsx';
import type { Marking } from './region-shape.ts';
import { VideoView } from './video-view.tsx';

// A reader of PDFs is large, and most people never meet one.
const PdfView = lazy(() => import('./pdf-view.tsx').then((module) => ({ default: module.PdfView })));

export interface MediaViewProps extends Marking {
  readonly kind: 'image' | 'audio' | 'video' | 'pdf';
  readonly url: string;
  readonly name: string;
  readonly alt?: string | undefined;
  readonly durationMs?: number | null | undefined;
}

/** Shows a file by its kind. The address may expire: a new one for the same file begins anew where the browser needs it. */
export function MediaView({ kind, durationMs, ...view }: MediaViewProps) {
  switch (kind) {
    case 'image':
      return <ImageView {...view} />;
    case 'audio':
      return <AudioView {...view} durationMs={durationMs} />;
    case 'video':
      return <VideoView {...view} durationMs={durationMs} />;
    case 'pdf':
      return (
        <Suspense fallback={<MediaProblem>{say('Opening the document…')}</MediaProblem>}>
          <PdfView {...view} />
        </Suspense>
      );
  }
}

import { AudioLines, FileText, Film, Image } from 'lucide-react';
import type { Media, MediaLink } from '#contract/media.ts';
import styles from './thumbnail.module.css';

const icons = { image: Image, audio: AudioLines, video: Film, pdf: FileText };

/** A small picture of a file, or what kind it is. The name stands beside it. */
export function Thumbnail({ media, link }: { readonly media: Media; readonly link: MediaLink | undefined }) {
  const Icon = icons[media.kind];
  return (
    <span className={styles.frame} aria-hidden="true">
      {media.kind === 'image' && link ? <img src={link.url} alt="" loading="lazy" /> : <Icon />}
    </span>
  );
}

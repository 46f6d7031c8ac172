import type { CandidateId } from '../../shared/ids.ts';
import { usePhoto } from '../stores/photo-store.ts';
import { NO_PHOTO, PHOTO_UNREADABLE } from '../text/photos.ts';

interface PhotoProps {
  readonly candidate: CandidateId;
  readonly name: string;
  /** Large enough to compare a face with; small in a list, where nothing is said of a missing one. */
  readonly size: 'large' | 'small';
}

/** The photo that came with the registration, whole; where there is none, the outline of a person and what to do. */
export function Photo({ candidate, name, size }: PhotoProps) {
  const photo = usePhoto(candidate);
  if (photo.state === 'shown')
    // Decoded in the frame of the text beside it: a face that comes late belongs to nobody for that moment.
    return <img className={`photo photo-${size}`} src={photo.url} alt={`${name}的照片`} decoding="sync" />;
  const words = { loading: '正在载入照片…', none: NO_PHOTO, unreadable: PHOTO_UNREADABLE }[photo.state];
  return (
    <div className={`photo photo-${size} photo-none`}>
      <svg className="photo-outline" viewBox="0 0 50 70" aria-hidden="true" focusable="false">
        <circle cx="25" cy="25" r="11" />
        <path d="M5 68c0-16 8-25 20-25s20 9 20 25" />
      </svg>
      {size === 'large' && <p className="photo-words">{words}</p>}
    </div>
  );
}

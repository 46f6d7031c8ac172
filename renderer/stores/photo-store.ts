import { create } from 'zustand';
import type { CandidateState, RoomState } from '../../shared/domain/state.ts';
import type { CandidateId } from '../../shared/ids.ts';
import { useActing } from './acting-store.ts';
import { ask } from './send-command.ts';
import { useStation } from './station-store.ts';

/** The photos of this page, in memory only: the browser keeps nothing of them. */
interface PhotoStore {
  readonly photos: Readonly<Record<CandidateId, HeldPhoto>>;
}

interface HeldPhoto {
  /** Of the sealed file: another photo of the person has another one. */
  readonly digest: string;
  /** A blob's address; null where the station could not give the photo. */
  readonly url: string | null;
}

const usePhotos = create<PhotoStore>(() => ({ photos: {} }));

/** At most so many a call. */
const CALL_SIZE = 60;

export type PhotoLook =
  | { readonly state: 'shown'; readonly url: string }
  /** It is on its way. */
  | { readonly state: 'loading' }
  | { readonly state: 'none' }
  /** One was filed, and the station cannot read it any more. */
  | { readonly state: 'unreadable' };

/** A person's photo as it can be shown now. */
export function usePhoto(candidate: CandidateId): PhotoLook {
  const held = usePhotos((store) => store.photos[candidate]);
  const digest = useStation((view) => roomOf(view)?.candidates[candidate]?.photo?.sealedDigest);
  if (digest === undefined) return { state: 'none' };
  if (held?.digest !== digest) return { state: 'loading' };
  return held.url === null ? { state: 'unreadable' } : { state: 'shown', url: held.url };
}

/** How many of a room's people have a photo. */
export function photoTally(room: RoomState): { readonly filed: number; readonly expected: number } {
  const people = listedIn(room);
  return { filed: people.filter(({ photo }) => photo !== null).length, expected: people.length };
}

/**
 * Brings the room's photos to the page as soon as somebody acts, and each new one as it is filed: at the desk they must be
 * there before the person is. To be called once.
 */
export function followPhotos(): void {
  useStation.subscribe((view, before) => {
    if (view.state !== before.state || view.connection !== before.connection || view.isLoaded !== before.isLoaded)
      void fetchPhotos();
  });
  useActing.subscribe((acting, before) => {
    if (acting.actor !== before.actor) void fetchPhotos();
  });
}

let isFetching = false;

async function fetchPhotos(): Promise<void> {
  if (isFetching) return;
  isFetching = true;
  try {
    for (let wanted = wantedPhotos(); wanted.length > 0; wanted = wantedPhotos()) {
      const batch = wanted.slice(0, CALL_SIZE);
      const answer = await ask('candidates.photos', { candidates: batch.map(({ candidate }) => candidate) });
      if (!answer.ok) return; // the next change of anything asks again
      const jpegs = new Map(answer.value.photos.map(({ candidate, jpeg }) => [candidate, jpeg]));
      hold(batch.map(({ candidate, digest }) => ({ candidate, digest, jpeg: jpegs.get(candidate) ?? null })));
    }
  } finally {
    isFetching = false;
  }
}

interface WantedPhoto {
  readonly candidate: CandidateId;
  readonly digest: string;
}

/** The room's photos that the page does not hold; what it holds of a room that is no more is let go. */
function wantedPhotos(): readonly WantedPhoto[] {
  const view = useStation.getState();
  const room = roomOf(view);
  const { photos } = usePhotos.getState();
  if (room === null || useActing.getState().actor === null || !view.isLoaded || view.connection !== 'connected') {
    if (room === null && Object.keys(photos).length > 0) forgetAll();
    return [];
  }
  return listedIn(room).flatMap(({ candidate, photo }) =>
    photo === null || photos[candidate]?.digest === photo.sealedDigest
      ? []
      : [{ candidate, digest: photo.sealedDigest }],
  );
}

function hold(answered: readonly (WantedPhoto & { readonly jpeg: string | null })[]): void {
  const photos: Record<CandidateId, HeldPhoto> = { ...usePhotos.getState().photos };
  for (const { candidate, digest, jpeg } of answered) {
    revoke(photos[candidate]);
    photos[candidate] = { digest, url: jpeg === null ? null : blobUrl(jpeg) };
  }
  usePhotos.setState({ photos });
}

function forgetAll(): void {
  for (const held of Object.values(usePhotos.getState().photos)) revoke(held);
  usePhotos.setState({ photos: {} });
}

function revoke(held: HeldPhoto | undefined): void {
  if (held !== undefined && held.url !== null) URL.revokeObjectURL(held.url);
}

function blobUrl(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
}

function roomOf({ status, state }: Pick<ReturnType<typeof useStation.getState>, 'status' | 'state'>): RoomState | null {
  return status?.binding?.kind === 'room' ? (state.rooms[status.binding.room] ?? null) : null;
}

function listedIn(room: RoomState): readonly CandidateState[] {
  return Object.values(room.candidates).filter(({ standing }) => standing === 'enrolled' || standing === 'flagged');
}

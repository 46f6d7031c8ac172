import { useState } from 'react';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { Notice } from '../../components/Notice.tsx';
import { saveFile } from '../../components/save-file.ts';
import { useActing } from '../../stores/acting-store.ts';
import { useDay, useRoom } from '../../stores/room-view.ts';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import type { ErrorText } from '../../text/error-words.ts';
import { announcementCardText as words, announcementFileErrorText } from '../../text/announcement-file.ts';
import { announcementRows, announcementsCsv } from './announcement-rows.ts';
import { AnnouncementFile, type PickedFile } from './AnnouncementFile.tsx';
import { AnnouncementPreview } from './AnnouncementPreview.tsx';
import { AnnouncementRestore } from './AnnouncementRestore.tsx';

/** What the card has open over the page. */
type Opened =
  | { readonly kind: 'preview'; readonly fileName: string; readonly read: MethodOutput<'announcements.preview'> }
  | { readonly kind: 'restore' };

/** 宣读指令: ours, or the site's own sentences out of a table that is exported, edited and chosen again. */
export function AnnouncementsCard() {
  const day = useDay();
  const room = useRoom();
  const common = useStation((view) => view.state.site.common);
  const mayLoad = useMayLoad();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [refused, setRefused] = useState<ErrorText | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  if (day === null) return null;
  const rules = day.rules.values;
  const { siteTexts } = (room ?? common).course;

  function open(next: Opened | null): void {
    setOpened(next);
    setRefused(null);
    setDone(null);
  }

  async function read({ name, bytes }: PickedFile): Promise<void> {
    setReading(true);
    open(null);
    const answer = await ask('announcements.preview', { fileName: name, bytes });
    setReading(false);
    if (answer.ok) open({ kind: 'preview', fileName: name, read: answer.value });
    else setRefused(announcementFileErrorText(answer.error, name));
  }

  return (
    <section className="card" aria-label={words.title}>
      <h2 className="card-title">{words.title}</h2>
      <p>{words.line}</p>
      <p className="quiet announcements-state">{siteTexts.length === 0 ? words.own : words.site(siteTexts.length)}</p>
      {refused !== null && <Notice tone="violation" {...refused} />}
      {done !== null && <Notice tone="present" what={done} />}
      <div className="settings-acts">
        <button
          type="button"
          className="button"
          onClick={() =>
            saveFile([announcementsCsv(announcementRows(rules, siteTexts))], {
              name: words.fileName,
              type: 'text/csv;charset=utf-8',
            })
          }
        >
          {words.export}
        </button>
        {mayLoad && (
          <AnnouncementFile
            label={isReading ? words.reading : words.pick}
            isDisabled={isReading}
            onPick={(file) => void read(file)}
            onUnreadable={(name) => setRefused(announcementFileErrorText(TOO_LARGE, name))}
          />
        )}
        {mayLoad && siteTexts.length > 0 && (
          <button type="button" className="button button-quiet" onClick={() => open({ kind: 'restore' })}>
            {words.restore}
          </button>
        )}
        {!mayLoad && <SwitchToChief />}
      </div>
      {opened?.kind === 'preview' && (
        <AnnouncementPreview
          fileName={opened.fileName}
          read={opened.read}
          rules={rules}
          inUse={siteTexts}
          onClose={() => setOpened(null)}
          onAdopted={(count) => {
            setOpened(null);
            setDone(words.adopted(count));
          }}
        />
      )}
      {opened?.kind === 'restore' && (
        <AnnouncementRestore
          onClose={() => setOpened(null)}
          onRestored={() => {
            setOpened(null);
            setDone(words.adopted(0));
          }}
        />
      )}
    </section>
  );
}

const TOO_LARGE = { code: 'roster-file-refused', rule: '', figures: { reason: 'file-too-large' } } as const;

function useMayLoad(): boolean {
  const actor = useActing((store) => store.actor);
  const role = useStation((view) => view.staff.find(({ staff }) => staff === actor)?.role);
  return role === 'chief' || role === 'deputy';
}

function SwitchToChief() {
  const chief = useStation((view) => view.staff.find(({ role }) => role === 'chief'));
  const askFor = useActing((store) => store.askFor);
  return (
    <>
      <span className="quiet">{words.leadersOnly}</span>
      {chief !== undefined && (
        <button type="button" className="button" onClick={() => askFor(chief.staff)}>
          {words.switchTo(chief.name)}
        </button>
      )}
    </>
  );
}

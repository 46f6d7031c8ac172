import { type ReactNode, useEffect } from 'react';
import type { DayInfo, RoomState } from '../../../shared/domain/state.ts';
import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import { useDay, useRoom, useRoomNo } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { bigText as words } from '../../text/big.ts';
import { timeText } from '../../text/format.ts';
import { roomRules } from '../../text/room-rules.ts';
import { PAPER_TITLES } from '../../text/words.ts';
import { RehearsalTag } from '../shell/RehearsalTag.tsx';
import { bigPhase, paperOf } from './big-phase.ts';
import { type BigTile, type BigView, bigView } from './big-view.ts';
import { FullScreenButton } from './FullScreenButton.tsx';
import { rulesPageAt, type RulesPage } from './rules-page.ts';

/** 大屏 for the projector: what the candidates need to know now, and nothing about any of them. */
export function BigScreen() {
  const hasSession = useStation((view) => view.connection !== 'no-session');
  const isLoaded = useStation((view) => view.isLoaded);
  const day = useDay();
  const own = useRoom();
  const common = useStation((view) => view.state.site.common);
  const room = own ?? common;
  useEffect(() => {
    document.title = words.pageTitle;
  }, []);
  if (!hasSession) return <Plain what={words.noSession.what} more={words.noSession.todo} />;
  if (!isLoaded) return <main className="big" aria-busy="true" />;
  if (day === null || room.timeline === null) return <Plain what={words.noDay} more="" />;
  return <RoomScreen day={day} room={room} timeline={room.timeline} />;
}

function Plain({ what, more }: { readonly what: string; readonly more: string }) {
  return (
    <main className="big big-plain">
      <h1 className="big-headline">{what}</h1>
      <p>{more}</p>
    </main>
  );
}

interface RoomScreenProps {
  readonly day: DayInfo;
  readonly room: RoomState;
  readonly timeline: Timeline;
}

function RoomScreen({ day, room, timeline }: RoomScreenProps) {
  const now = useNow();
  const phase = bigPhase(room, now);
  if (phase === null) return null;
  const { edition, values } = day.rules;
  const view = bigView(phase, values, now);
  const rules = phase.kind === 'rules' ? rulesPageAt(roomRules(edition, values), phase.since, now) : null;
  return (
    <main className={rules === null ? 'big' : 'big big-with-rules'}>
      <Head day={day} title={PAPER_TITLES[paperOf(phase, timeline).paper]} place={room.place} />
      <time className="big-clock figures">{timeText(now)}</time>
      <Figures view={view} />
      {rules === null ? <Tiles tiles={view.tiles} /> : <Rules {...rules} />}
    </main>
  );
}

interface HeadProps {
  readonly day: DayInfo;
  readonly title: string;
  readonly place: string;
}

function Head({ day, title, place }: HeadProps) {
  const roomNo = useRoomNo();
  return (
    <header className="big-head">
      <h1 className="big-paper">
        <RehearsalTag />
        {title}
      </h1>
      <p className="big-title">{day.title}</p>
      <Warnings />
      <p className="big-room">{[roomNo === null ? '' : `${roomNo} 考场`, place].filter(Boolean).join('，')}</p>
    </header>
  );
}

/** What the screen itself is in doubt of, small: nothing that should disturb anybody. */
function Warnings() {
  const isInDoubt = useStation((view) => view.clock?.timeInDoubt ?? false);
  const isConnected = useStation((view) => view.connection === 'connected');
  return (
    <>
      {isInDoubt && <Tag>{words.inDoubt}</Tag>}
      {!isConnected && <Tag>{words.reconnecting}</Tag>}
      <FullScreenButton />
    </>
  );
}

function Tag({ children }: { readonly children: ReactNode }) {
  return <p className="big-tag">{children}</p>;
}

function Figures({ view: { headline, figures, isUrgent, notes } }: { readonly view: BigView }) {
  return (
    <section className={isUrgent ? 'big-now big-urgent' : 'big-now'}>
      {headline !== null && <h2 className="big-headline">{headline}</h2>}
      <dl className="big-figures">
        {figures.map(({ label, value, isCounting, was }) => (
          <div key={label} className={isCounting ? 'big-figure big-counting' : 'big-figure'}>
            <dt>{label}</dt>
            <dd className="figures">{value}</dd>
            {was !== null && <dd className="big-was figures">{was}</dd>}
          </div>
        ))}
      </dl>
      <p
        className={
          notes.map(({ text }) => text).join('').length > 36 ? 'big-notes big-notes-long figures' : 'big-notes figures'
        }
      >
        {notes.map(({ text, isForSeats }) => (
          <span key={text} className={isForSeats ? 'big-note-seats' : undefined}>
            {text}
          </span>
        ))}
      </p>
    </section>
  );
}

function Tiles({ tiles }: { readonly tiles: readonly BigTile[] }) {
  return (
    <ul className="big-tiles">
      {tiles.map(({ word, more, tone }) => (
        <li key={word} className={`big-tile big-tile-${tone}`}>
          <strong className={word.length > 8 ? 'big-word big-word-long' : 'big-word'}>{word}</strong>
          <span className="big-more figures">
            {more.split(/(?<=，)/).map((part) => (
              <span key={part}>{part}</span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Rules({ page, pages, items }: RulesPage) {
  return (
    <section className="big-rules" aria-label={words.rulesTitle}>
      <p className="big-rules-head">
        <strong>{words.rulesTitle}</strong>
        <span className="figures">{words.rulesPage(page, pages)}</span>
      </p>
      <ol className="big-rules-items">
        {items.map(({ number, text }) => (
          <li key={number}>
            <span className="big-rules-number figures">{number}</span>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

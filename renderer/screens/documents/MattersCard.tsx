import type { RoomState } from '../../../shared/domain/state.ts';
import { DOCUMENT_LABELS } from '../../text/documents.ts';
import { ABOUT_PAPER, MATTERS } from '../../text/signed-papers.ts';
import { PAPER_LABELS } from '../../text/words.ts';
import { useStation } from '../../stores/station-store.ts';
import { recordNumber } from '../acts/record-number.ts';
import { keyOf, type ShownPaper } from './document-view.ts';
import { mattersIn } from './matters.ts';
import { paperStanding } from './paper-standing.ts';

interface MattersCardProps {
  readonly room: RoomState;
  readonly shown: ShownPaper | null;
  readonly onShow: (paper: ShownPaper) => void;
}

/** 违规告知书, 突发事件报告 and 更正单 that this room has or should have; not there while there is nothing to tell. */
export function MattersCard({ room, shown, onShow }: MattersCardProps) {
  const stations = useStation((view) => view.state.site.stations);
  const matters = mattersIn(room);
  if (matters.length === 0) return null;
  return (
    <section className="card papers" aria-label={MATTERS.title}>
      <h2 className="card-title">{MATTERS.title}</h2>
      {matters.map(({ isTakenBack, ...paper }) => {
        const { words, act } = paperStanding(room, paper);
        const name = `${DOCUMENT_LABELS[paper.kind]} ${recordNumber(stations, paper.about)}`;
        return (
          <div key={keyOf(paper)} className="paper-row">
            <div>
              <h3 className="paper-name figures">{name}</h3>
              <p className="quiet figures">
                {PAPER_LABELS[paper.paper]}，{words}
                {isTakenBack && `，${ABOUT_PAPER.takenBack}`}
              </p>
            </div>
            <button
              type="button"
              className="button"
              aria-pressed={shown !== null && keyOf(shown) === keyOf(paper)}
              aria-label={`${act} ${name}`}
              onClick={() => onShow(paper)}
            >
              {act}
            </button>
          </div>
        );
      })}
    </section>
  );
}

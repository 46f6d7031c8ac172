import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { CandidateCard } from '../../../shared/contract/views.ts';
import { Mark } from '../../components/Mark.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { groupTicket, seatText } from '../../text/format.ts';
import type { Search } from '../check-in/search-store.ts';

interface PersonSearchProps {
  readonly search: Search;
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  readonly label: string;
  /** Told with every keystroke: nobody while the text is new, then the one it means. */
  readonly onPerson: (person: CandidateCard | null) => void;
  /** Enter, once the person is on screen. */
  readonly onEnter?: () => void;
}

/** The small field for a person: seat, ticket (or a scan), name, pinyin. Enter selects and never acts. */
export function PersonSearch({ search, fieldRef, label, onPerson, onEnter }: PersonSearchProps) {
  const { person, result } = search;
  const tell = useRef(onPerson);
  useLayoutEffect(() => {
    tell.current = onPerson;
  });
  useEffect(() => {
    if (person !== null) tell.current(person);
  }, [person]);

  function type(text: string, isComposing: boolean): void {
    onPerson(null);
    search.type(text, isComposing);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key === 'Enter') {
      event.preventDefault();
      const press = { atMs: performance.now(), isComposing, isRepeat: event.repeat };
      if (search.enter(press) === 'confirm') onEnter?.();
      else if (!isComposing) event.currentTarget.select();
    } else if (event.key === 'Escape' && !isComposing && search.text !== '') {
      event.stopPropagation();
      onPerson(null);
      search.clear();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !isComposing) {
      event.preventDefault();
      search.move(event.key === 'ArrowDown' ? 1 : -1);
    }
  }

  const matches = person === null && result?.kind === 'several' ? result.matches : [];
  const marked = matches[search.marked];
  return (
    <div className="person-search">
      <div className="person-search-field">
        <Mark shape="search" />
        <input
          ref={fieldRef}
          className="input figures"
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={60}
          value={search.text}
          onChange={(event) =>
            type(event.target.value, event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)
          }
          onCompositionEnd={(event) => type(event.currentTarget.value, false)}
          // What was looked for before gives way to the next scan.
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={onKeyDown}
        />
      </div>
      {matches.length > 0 && (
        <ul className="person-matches" aria-label="符合的考生">
          {matches.map((card, index) => (
            <li key={card.candidate}>
              <button
                type="button"
                tabIndex={-1}
                className="person-match"
                aria-pressed={index === search.marked}
                onClick={() => search.choose(card)}
              >
                <strong className="figures">{seatText(card.seat)}</strong>
                <span className="person-match-name">{card.name}</span>
                <span className="quiet figures">{groupTicket(card.ticket).tail}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {search.result?.kind === 'none' && (
        <output className="person-search-none">
          {search.result.otherRoom === null ? '本考场没有找到此人' : `此人在 ${search.result.otherRoom} 考场`}
        </output>
      )}
      {search.error !== null && <ErrorNotice error={search.error} />}
      <output className="visually-hidden">{marked === undefined ? '' : `${marked.seat} 座 ${marked.name}`}</output>
    </div>
  );
}

import type { KeyboardEvent, RefObject } from 'react';
import { Mark } from '../../components/Mark.tsx';
import type { Search } from './search-store.ts';

interface SearchFieldProps {
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  readonly search: Search;
  readonly onType: (text: string, isComposing: boolean) => void;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The one field: a scan, a seat, last digits, a name, pinyin initials. Enter is the guard's to judge. */
export function SearchField({ fieldRef, search, onType, onConfirm, onCancel }: SearchFieldProps) {
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // 229 is what an IME reports for the key that it takes for itself, also where isComposing has just ended.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key === 'Enter') {
      event.preventDefault();
      const press = { atMs: performance.now(), isComposing, isRepeat: event.repeat };
      if (search.enter(press) === 'confirm') onConfirm();
      // What was found stays in the field but gives way to the next scan.
      else if (!isComposing) event.currentTarget.select();
    } else if (event.key === 'Escape' && !isComposing) {
      onCancel();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !isComposing) {
      event.preventDefault();
      search.move(event.key === 'ArrowDown' ? 1 : -1);
    }
  }

  return (
    <div className="search">
      <Mark shape="search" />
      <input
        ref={fieldRef}
        className="search-input figures"
        aria-label="查找考生"
        placeholder="扫准考证，或输入座位号、证件后几位、姓名、拼音首字母"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={60}
        value={search.text}
        onChange={(event) => onType(event.target.value, isComposingInput(event.nativeEvent))}
        onCompositionEnd={(event) => onType(event.currentTarget.value, false)}
        onKeyDown={onKeyDown}
      />
      <span className="search-hint">{hintOf(search)}</span>
    </div>
  );
}

function isComposingInput(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing;
}

function hintOf(search: Search): string {
  if (search.person !== null) return 'Esc 清空';
  if (search.result?.kind === 'several') return `${search.result.matches.length} 人，↑ ↓ 选择，Enter 选定`;
  return '';
}

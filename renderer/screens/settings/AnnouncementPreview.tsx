import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { spokenKindName } from '../../../shared/domain/announcement-table.ts';
import type { SiteText } from '../../../shared/domain/course-events.ts';
import type { Rules } from '../../../shared/domain/rules.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { announcementCardText as words, announcementProblemText } from '../../text/announcement-file.ts';
import { PAPER_LABELS } from '../../text/words.ts';
import { ownTexts } from './announcement-rows.ts';

interface AnnouncementPreviewProps {
  readonly fileName: string;
  readonly read: MethodOutput<'announcements.preview'>;
  readonly rules: Rules;
  /** The site's own sentences as they stand now. */
  readonly inUse: readonly SiteText[];
  readonly onClose: () => void;
  readonly onAdopted: (count: number) => void;
}

/** What would be read aloud by this file: every row, those that differ from ours marked, those not taken with the reason. */
export function AnnouncementPreview({ fileName, read, rules, inUse, onClose, onAdopted }: AnnouncementPreviewProps) {
  const { busy, error, run } = useAct();
  const { texts, problems } = read;
  const own = ownTexts(rules, texts);
  const isSame = JSON.stringify(own) === JSON.stringify(inUse);

  async function adopt(): Promise<void> {
    const receipt = await run('adopt', () => ask('announcements.load', { texts: own.map((one) => ({ ...one })) }));
    if (receipt !== null) onAdopted(own.length);
  }

  return (
    <FormDialog title={words.dialogTitle} isOpen isWide onClose={onClose}>
      <div className="dialog-body">
        <p className="quiet">
          「{fileName}」。{words.placeholders}
        </p>
        {problems.length > 0 && (
          <Notice tone="late" what={words.problems(problems.length)}>
            <ul className="announcement-problems">
              {problems.map((problem) => (
                <li key={problem.row}>{announcementProblemText(problem)}</li>
              ))}
            </ul>
          </Notice>
        )}
        {texts.length > 0 && <TextTable texts={texts} own={own} />}
        <div className="dialog-foot">
          {texts.length === 0 && <Notice tone="idle" what={words.nothingRead} />}
          {texts.length > 0 && isSame && <Notice tone="idle" what={words.noChange} />}
          {error !== null && <ErrorNotice error={error} />}
          <div className="dialog-actions">
            <button type="button" className="button" onClick={onClose}>
              {words.cancel}
            </button>
            <button
              type="button"
              className="button button-primary"
              disabled={texts.length === 0 || isSame || busy !== null}
              onClick={() => void adopt()}
            >
              {busy === null ? words.adopt(own.length) : words.saving}
            </button>
          </div>
        </div>
      </div>
    </FormDialog>
  );
}

function TextTable({ texts, own }: { readonly texts: readonly SiteText[]; readonly own: readonly SiteText[] }) {
  return (
    <div className="announcement-scroll">
      <table className="table announcement-table">
        <thead>
          <tr>
            <th scope="col">{words.headings.kind}</th>
            <th scope="col">{words.headings.paper}</th>
            <th scope="col">{words.headings.text}</th>
            <th scope="col">
              <span className="visually-hidden">{words.changed}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {texts.map((one) => {
            const isOwn = own.includes(one);
            return (
              <tr key={`${one.kind} ${one.paper}`} className={isOwn ? undefined : 'announcement-as-ours'}>
                <th scope="row">{spokenKindName(one.kind)}</th>
                <td>{one.paper === null ? words.both : PAPER_LABELS[one.paper]}</td>
                <td className="announcement-text">{one.text}</td>
                <td>
                  <span className={isOwn ? 'tag tone-accent' : 'tag'}>{isOwn ? words.changed : words.asOwn}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

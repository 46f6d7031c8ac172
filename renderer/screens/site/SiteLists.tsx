import { useState } from 'react';
import { SITE_LIST_WORDS } from '../../../shared/documents/check-words.ts';
import { ALLOWED_ROLES } from '../../../shared/domain/roles.ts';
import { useActing } from '../../stores/acting-store.ts';
import { useStation } from '../../stores/station-store.ts';
import { checkText } from '../../text/checks.ts';
import { SiteListDialog } from './SiteListDialog.tsx';
import type { CheckTexts } from './use-check-texts.ts';

type ShownList = CheckTexts['lists'][number];

/** 白名单 and the software of each level: what the machines are checked against. */
export function SiteLists({ lists }: Pick<CheckTexts, 'lists'>) {
  const [editing, setEditing] = useState<ShownList | null>(null);
  const actor = useActing((store) => store.actor);
  const mayWrite = useStation((view) =>
    view.staff.some(({ staff, role }) => staff === actor && ALLOWED_ROLES.writeSiteList.includes(role)),
  );
  if (lists.length === 0) return null;
  return (
    <section className="card" aria-label={checkText.lists}>
      <h2 className="card-title">{checkText.lists}</h2>
      <p className="quiet">{checkText.listsWhy}</p>
      <dl className="site-lists">
        {lists.map((one) => (
          <div key={one.list} className="site-list">
            <dt>
              <strong>{SITE_LIST_WORDS[one.list]}</strong>
              <span className="quiet figures"> {checkText.lines(one.lines.length)}</span>
              {mayWrite && (
                <button type="button" className="button button-quiet button-small" onClick={() => setEditing(one)}>
                  {checkText.edit}…<span className="visually-hidden">{SITE_LIST_WORDS[one.list]}</span>
                </button>
              )}
            </dt>
            <dd>
              {one.lines.join('、')}
              {one.isOurs && <span className="site-list-ours">{checkText.ours}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {editing !== null && <SiteListDialog shown={editing} onClose={() => setEditing(null)} />}
    </section>
  );
}

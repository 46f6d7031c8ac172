import { useState } from 'react';
import { isPackageOutdated, type MadePackage } from '../../../shared/domain/package-state.ts';
import { Mark } from '../../components/Mark.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { useStation } from '../../stores/station-store.ts';
import { packageText as words } from '../../text/package.ts';
import { LeaderOnly } from '../../components/LeaderOnly.tsx';
import { PackageDialog } from './PackageDialog.tsx';
import { type HeldPackageView, useHeldPackage } from './use-held-package.ts';

/** 设置 → 考务数据包, at the exam office: how it stands, and the one thing to do next. */
export function PackageCard() {
  const isOffice = useStation((view) => view.status?.binding?.kind === 'office');
  const made = useStation((view) => view.state.site.packages.made);
  const isOutdated = useStation((view) => isPackageOutdated(view.state.site));
  const actor = useActing((store) => store.actor);
  const [opened, setOpened] = useState<'make' | 'hand-out' | null>(null);
  const [closed, setClosed] = useState(0);
  const held = useHeldPackage(made?.package ?? null, actor, closed);
  if (!isOffice) return null;
  return (
    <section className="card">
      <h2 className="card-title">{words.title}</h2>
      <p>{words.what}</p>
      <PackageStanding made={made} isOutdated={isOutdated} />
      <LeaderOnly>
        <Acts made={made} held={held} isOutdated={isOutdated} onOpen={setOpened} />
      </LeaderOnly>
      {opened !== null && (
        <PackageDialog
          held={opened === 'hand-out' ? held : null}
          onClose={() => {
            setOpened(null);
            setClosed(closed + 1);
          }}
        />
      )}
    </section>
  );
}

interface StandingProps {
  readonly made: MadePackage | null;
  readonly isOutdated: boolean;
}

function PackageStanding({ made, isOutdated }: StandingProps) {
  if (made === null) return <p className="package-state">{words.none}</p>;
  return (
    <div className="package-state">
      <p className="figures">{words.made(made.package, made.at, made.rooms.length)}</p>
      {isOutdated ? (
        <Notice tone="late" what={words.outdated} todo={words.outdatedTodo} />
      ) : (
        <span className="tag tone-present">
          <Mark shape="done" />
          {words.current}
        </span>
      )}
    </div>
  );
}

interface ActsProps extends StandingProps {
  readonly held: HeldPackageView | null;
  readonly onOpen: (dialog: 'make' | 'hand-out') => void;
}

function Acts({ made, held, isOutdated, onOpen }: ActsProps) {
  const handsOut = held !== null && !isOutdated;
  return (
    <>
      {made !== null && held === null && <p className="quiet package-state">{words.gone}</p>}
      <div className="settings-acts">
        {held !== null && (
          <button
            type="button"
            className={handsOut ? 'button button-primary' : 'button'}
            onClick={() => onOpen('hand-out')}
          >
            {words.open}
          </button>
        )}
        <button
          type="button"
          className={made === null || isOutdated ? 'button button-primary' : 'button'}
          onClick={() => onOpen('make')}
        >
          {made === null ? words.make : words.again}
        </button>
      </div>
    </>
  );
}

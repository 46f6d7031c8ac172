import { ChoiceList } from '../../components/ChoiceList.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { useAct } from '../../stores/use-act.ts';
import { companionText as words } from '../../text/paper-check.ts';
import { useLeads } from '../site/use-leads.ts';

/** 国密签名: off until the chief wants it, for the whole day. */
export function CompanionCard() {
  const alg = useStation((view) => view.state.site.companionSeal);
  const mayChoose = useLeads();
  const { busy, error, run } = useAct();

  function choose(value: 'off' | 'on'): void {
    const wanted = value === 'on' ? 'SM2-SM3' : null;
    if (wanted !== alg && busy === null) void run('companion', () => ask('companionSeal.choose', { alg: wanted }));
  }

  return (
    <section className="card companion-card">
      <h2 className="card-title">{words.title}</h2>
      <p>{words.why}</p>
      {mayChoose ? (
        <ChoiceList
          label={words.title}
          columns={2}
          value={alg === null ? 'off' : 'on'}
          onChange={choose}
          choices={[
            { value: 'off', label: words.choices.off },
            { value: 'on', label: words.choices.on },
          ]}
        />
      ) : (
        <p>
          <strong>{words.choices[alg === null ? 'off' : 'on']}</strong>
          <span className="matter-more">{words.leadersOnly}</span>
        </p>
      )}
      <p className="quiet">{words.noClaim}</p>
      {error !== null && <ErrorNotice error={error} />}
    </section>
  );
}
